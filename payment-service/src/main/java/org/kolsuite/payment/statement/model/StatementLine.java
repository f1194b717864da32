package org.kolsuite.payment.statement.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;

/**
 * One movement on a bank statement.
 *
 * @param number its place in the statement, from 1
 * @param fileLine where it begins in the file, so that a person finds it
 * @param bookedOn null where the bank gives none; the statement's own day then counts
 * @param booked false for a movement that is only announced
 * @param endToEndId the payer's reference; null when the bank gives none or says {@code NOTPROVIDED}
 * @param bankReference the bank's own reference; null when it gives none
 * @param counterparty the other side's name: the payee of a debit, the payer of a credit
 * @param returnReason why money came back, in the bank's words or its code; null when it is no return
 * @param text what else the bank says
 */
public record StatementLine(
        int number,
        int fileLine,
        Direction direction,
        Money amount,
        @Nullable LocalDate bookedOn,
        boolean booked,
        @Nullable String endToEndId,
        @Nullable String bankReference,
        @Nullable String counterparty,
        @Nullable AccountNumber counterpartyAccount,
        @Nullable String returnReason,
        @Nullable String text) {

    /** The amount with the sign it has in the balance. */
    public Money movement() {
        return direction.signed(amount);
    }
}
