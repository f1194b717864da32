package org.kolsuite.platform.idempotency;

import org.kolsuite.contracts.problem.Rejection;

/** The key belongs to another request: other body, other path (CASES M2, M3); nothing of the first is told. */
public final class IdempotencyKeyReused extends Rejection {
    public IdempotencyKeyReused() {
        super(Kind.INVALID, "This Idempotency-Key was used for another request; use a new key.");
    }
}
