package org.kolsuite.platform.idempotency;

import org.kolsuite.contracts.problem.Rejection;

/** A key that is too long or holds control characters (CASES M7). */
public final class IdempotencyKeyMalformed extends Rejection {
    public IdempotencyKeyMalformed() {
        super(Kind.MALFORMED, "An Idempotency-Key has 1 to 255 printable ASCII characters.");
    }
}
