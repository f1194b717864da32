package org.kolsuite.payment.statement.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;

/**
 * One statement of one account, as the bank sent it.
 *
 * @param reference the bank's identification of the statement
 * @param opening null when the file gives none
 * @param closing null when the file gives none
 * @param movements the sum of the booked entries, with signs, whether or not each could be read as a line
 */
public record BankStatement(
        Kind kind,
        String reference,
        AccountNumber account,
        String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        Money movements,
        List<StatementLine> lines,
        List<StatementIssue> issues) {

    /** What sort of message it is. Only {@link #STATEMENT} is the bank's last word. */
    public enum Kind {
        /** camt.053: booked, with balances. */
        STATEMENT,
        /** camt.052: during the day, provisional. */
        INTRADAY_REPORT,
        /** camt.054: single notices, which a later statement repeats. */
        NOTIFICATION
    }

    public BankStatement {
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /** Opening + movements - closing; null when a balance is missing. Zero when it adds up. */
    public @Nullable Money difference() {
        Money opens = opening;
        Money closes = closing;
        return opens == null || closes == null ? null : opens.plus(movements).minus(closes);
    }
}
