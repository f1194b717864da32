package org.kolsuite.platform.idempotency;

import org.kolsuite.contracts.problem.Rejection;

/** A POST that needs a key came without one. */
public final class IdempotencyKeyRequired extends Rejection {
    public IdempotencyKeyRequired() {
        super(
                Kind.MALFORMED,
                "Send an Idempotency-Key of 1 to 255 printable characters, a new one for each intention.");
    }
}
