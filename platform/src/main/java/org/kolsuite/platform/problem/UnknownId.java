package org.kolsuite.platform.problem;

import java.util.UUID;
import org.kolsuite.contracts.problem.Rejection;

/** No such thing for this caller: unknown, or somebody else's; the answer is the same (CASES S1). */
public final class UnknownId extends Rejection {
    public UnknownId(String what, UUID id) {
        super(Kind.NOT_FOUND, "There is no " + what + " with the id " + id + ".");
    }
}
