package org.kolsuite.contracts.money;

import java.math.BigDecimal;
import org.kolsuite.contracts.problem.Rejection;

/** A value with more decimals than its currency has minor units. */
public final class TooManyDecimals extends Rejection {
    public TooManyDecimals(BigDecimal major, String currency) {
        super(Kind.INVALID, major + " has more decimals than " + currency + " allows.");
    }
}
