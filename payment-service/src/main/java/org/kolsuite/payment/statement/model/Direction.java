package org.kolsuite.payment.statement.model;

import org.kolsuite.contracts.money.Money;

/** Which way money moved, seen from the account's owner. */
public enum Direction {
    /** Into the account. */
    CREDIT,
    /** Out of the account. */
    DEBIT;

    /** The amount with the sign it has in the balance. */
    public Money signed(Money amount) {
        return this == CREDIT ? amount : amount.negated();
    }
}
