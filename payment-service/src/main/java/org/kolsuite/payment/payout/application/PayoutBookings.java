package org.kolsuite.payment.payout.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.ChartOfAccounts;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.Transaction;

/** How a payout's steps are booked. */
public final class PayoutBookings {
    private PayoutBookings() {}

    /** The order went to the bank: no longer owed to the payee, on its way. */
    public static Transaction sent(UUID payout, Money amount, LocalDate day, Instant at) {
        return booking(
                "PAYOUT_SENT",
                payout,
                "Payment order sent",
                day,
                at,
                List.of(Entry.debit(ChartOfAccounts.PAYEES, amount), Entry.credit(ChartOfAccounts.IN_TRANSIT, amount)));
    }

    /**
     * The statement shows it.
     *
     * @param seen what the bank moved; a difference to what was sent is a cost or a saving
     */
    public static Transaction settled(UUID payout, Money sent, Money seen, Account bank, LocalDate day, Instant at) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(ChartOfAccounts.IN_TRANSIT, sent));
        entries.add(Entry.credit(bank, seen));
        Money difference = seen.minus(sent);
        if (difference.isPositive()) {
            entries.add(Entry.debit(ChartOfAccounts.DIFFERENCES, difference));
        } else if (difference.isNegative()) {
            entries.add(Entry.credit(ChartOfAccounts.DIFFERENCES, difference.negated()));
        }
        return booking("PAYOUT_SETTLED", payout, "Bank shows the payment", day, at, entries);
    }

    /** The money came back after it had left. */
    public static Transaction cameBack(UUID payout, Money amount, Account bank, LocalDate day, Instant at) {
        return booking(
                "PAYOUT_RETURNED",
                payout,
                "Bank sent the money back",
                day,
                at,
                List.of(Entry.debit(bank, amount), Entry.credit(ChartOfAccounts.PAYEES, amount)));
    }

    /** The bank refused the order: the money never left, and is owed again. */
    public static Transaction refused(UUID payout, Money amount, LocalDate day, Instant at) {
        return booking(
                "PAYOUT_RETURNED",
                payout,
                "Bank did not execute the order",
                day,
                at,
                List.of(Entry.debit(ChartOfAccounts.IN_TRANSIT, amount), Entry.credit(ChartOfAccounts.PAYEES, amount)));
    }

    private static Transaction booking(
            String kind, UUID subject, String memo, LocalDate day, Instant at, List<Entry> entries) {
        return new Transaction(Ids.next(), kind, day, at, subject, memo, null, entries);
    }
}
