package org.kolsuite.payment.ledger.model;

import org.kolsuite.contracts.money.Money;

/**
 * What an account holds in one currency.
 *
 * @param amount positive on the side on which the account grows
 */
public record Balance(Account account, Money amount) {

    public static Balance empty(Account account, String currency) {
        return new Balance(account, Money.zero(currency));
    }

    /** @throws LedgerRejection.FundsExhausted when a guarded account would fall below zero */
    public Balance after(Entry entry) {
        Money change = entry.side() == account.type().growsOn()
                ? entry.amount()
                : entry.amount().negated();
        Money next = amount.plus(change);
        if (account.guarded() && next.isNegative()) {
            throw new LedgerRejection.FundsExhausted(account.code(), next.negated());
        }
        return new Balance(account, next);
    }
}
