package org.kolsuite.contracts.money;

import org.kolsuite.contracts.problem.Rejection;

/** An amount beyond 64 bits of minor units. */
public final class AmountOverflow extends Rejection {
    public AmountOverflow() {
        super(Kind.INVALID, "The amount is too large: it does not fit 64 bits of minor units.");
    }
}
