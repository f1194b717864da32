package org.kolsuite.contracts.money;

import java.util.Map;
import org.kolsuite.contracts.problem.Rejection;

/** Two currencies met where one was expected. */
public final class CurrencyMismatch extends Rejection {
    public CurrencyMismatch(String left, String right) {
        super(
                Kind.INVALID,
                "Amounts of " + left + " and " + right + " do not mix without a rate.",
                Map.of("left", left, "right", right));
    }
}
