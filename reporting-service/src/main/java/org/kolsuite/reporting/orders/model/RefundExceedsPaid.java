package org.kolsuite.reporting.orders.model;

import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** More was paid back than was paid: the paid column is probably net of refunds already. */
public final class RefundExceedsPaid extends Rejection {
    public RefundExceedsPaid(Money paid, Money refunded) {
        super(
                Kind.INVALID,
                "Refunded " + refunded + " is more than paid " + paid + "; is the paid column already net of refunds?",
                Map.of("paid", paid, "refunded", refunded));
    }

    @Override
    public String field() {
        return "refunded";
    }
}
