package org.kolsuite.reporting.orders.model;

import org.kolsuite.contracts.money.Money;

/**
 * What was paid and what was paid back, as the shop's report says it.
 *
 * @param paid as the report's column says: before refunds, or after them when {@code paidIsNet}
 * @param refunded what was paid back; zero or more
 * @param paidIsNet whether the paid column already has the refunds taken out: it must not be netted twice
 */
public record Receipts(Money paid, Money refunded, boolean paidIsNet) {

    /** @throws RefundExceedsPaid when more was paid back than came in */
    public Receipts {
        if (paid.isNegative()) {
            throw new NegativeAmount("paid");
        }
        if (refunded.isNegative()) {
            throw new NegativeAmount("refunded");
        }
        if (!paidIsNet && refunded.isMoreThan(paid)) {
            throw new RefundExceedsPaid(paid, refunded);
        }
    }

    /** What the buyer paid before anything was paid back. */
    public Money gross() {
        return paidIsNet ? paid.plus(refunded) : paid;
    }

    /** What the brand keeps: paid minus refunded, netted once. */
    public Money net() {
        return paidIsNet ? paid : paid.minus(refunded);
    }
}
