package org.kolsuite.payment.payout.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.AccountNumber;

/**
 * An account of the organisation from which payouts leave.
 *
 * @param holder the organisation's name as the bank knows it
 */
public record PayingAccount(
        UUID id,
        String name,
        String holder,
        AccountNumber account,
        @Nullable String bic,
        String currency) {
    public PayingAccount {
        if (!account.isIban()) {
            throw new PayoutRejection.PayingAccountNeedsIban();
        }
    }
}
