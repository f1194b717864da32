package org.kolsuite.registry.ratecard;

import org.kolsuite.contracts.problem.Rejection;

/** A price can't be below zero. */
public final class PriceNegative extends Rejection {
    public PriceNegative() {
        super(Kind.INVALID, "A price cannot be below zero.");
    }

    @Override
    public String field() {
        return "price.amountMinor";
    }
}
