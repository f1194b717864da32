package org.kolsuite.payment.payout.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.BankDetails;

/**
 * What a payment file says: one message, from one account, with the transfers of one batch.
 *
 * @param messageId unique, at most 35 characters, so that the bank refuses the same file twice
 */
public record CreditTransfer(String messageId, Instant createdAt, PayingAccount debtor, List<Order> orders) {

    /** @param remittance what the payee reads; null for nothing */
    public record Order(
            String endToEndId,
            LocalDate executionDate,
            Money amount,
            BankDetails creditor,
            @Nullable String remittance) {}

    public CreditTransfer {
        orders = List.copyOf(orders);
    }
}
