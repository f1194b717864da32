package org.kolsuite.payment.ledger.model;

import org.kolsuite.contracts.money.Money;

/**
 * One leg of a transaction.
 *
 * @param account the account's code
 * @param amount more than zero; the side says the direction
 */
public record Entry(String account, Side side, Money amount) {
    public Entry {
        if (!amount.isPositive()) {
            throw new LedgerRejection.AmountNotPositive(amount);
        }
    }

    public static Entry debit(Account account, Money amount) {
        return new Entry(account.code(), Side.DEBIT, amount);
    }

    public static Entry credit(Account account, Money amount) {
        return new Entry(account.code(), Side.CREDIT, amount);
    }

    public Entry reversed() {
        return new Entry(account, side.opposite(), amount);
    }
}
