package org.kolsuite.platform.idempotency;

import org.kolsuite.contracts.problem.Rejection;

/** The first request under this key has not answered yet. */
public final class RequestInFlight extends Rejection {
    public RequestInFlight() {
        super(Kind.CONFLICT, "The same request is being worked on right now; ask again in a moment.");
    }
}
