package org.kolsuite.contracts.money;

import org.kolsuite.contracts.problem.Rejection;

/** A currency code that ISO 4217 does not know, or that has no minor units. */
public final class UnknownCurrency extends Rejection {
    public UnknownCurrency(String code) {
        super(Kind.INVALID, "\"" + code + "\" is not an ISO 4217 currency with minor units.");
    }
}
