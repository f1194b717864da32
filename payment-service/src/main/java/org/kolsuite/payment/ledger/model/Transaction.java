package org.kolsuite.payment.ledger.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * A booking: entries that balance in every currency. It is never edited; a mistake is {@linkplain #reversal reversed} by
 * another booking.
 *
 * @param kind what was booked, for example {@code FEE_APPROVED}
 * @param bookedOn the day it counts for; decides the month
 * @param happenedAt when it happened, which for imported history is earlier than when it was recorded
 * @param subject what it is about: the id of a fee, payout, collaboration or statement line; null for a manual booking
 * @param reverses the transaction that this one undoes, or null
 */
public record Transaction(
        UUID id,
        String kind,
        LocalDate bookedOn,
        Instant happenedAt,
        @Nullable UUID subject,
        String memo,
        @Nullable UUID reverses,
        List<Entry> entries) {

    /**
     * @throws LedgerRejection.TransactionUnbalanced debits and credits differ in a currency; also two currencies without
     *     a rate
     * @throws LedgerRejection.SameAccountOnBothSides an account is debited and credited in one transaction
     */
    public Transaction {
        entries = List.copyOf(entries);
        requireBalance(entries);
        requireNoAccountOnBothSides(entries);
    }

    /** The booking that undoes this one: same amounts, sides swapped. */
    public Transaction reversal(UUID newId, LocalDate day, Instant at, String why) {
        return new Transaction(
                newId,
                "REVERSAL",
                day,
                at,
                subject,
                why,
                id,
                entries.stream().map(Entry::reversed).toList());
    }

    private static void requireBalance(List<Entry> entries) {
        if (entries.size() < 2) {
            throw new LedgerRejection.TransactionUnbalanced("A booking has at least one debit and one credit.");
        }
        Map<String, Money> debitMinusCredit = new TreeMap<>();
        for (Entry entry : entries) {
            Money signed =
                    entry.side() == Side.DEBIT ? entry.amount() : entry.amount().negated();
            debitMinusCredit.merge(entry.amount().currency(), signed, Money::plus);
        }
        debitMinusCredit.forEach((currency, difference) -> {
            if (difference.amountMinor() != 0) {
                throw new LedgerRejection.TransactionUnbalanced(
                        "Debits and credits in " + currency + " differ by " + difference + ".");
            }
        });
    }

    private static void requireNoAccountOnBothSides(List<Entry> entries) {
        Set<String> debited = new HashSet<>();
        entries.stream().filter(entry -> entry.side() == Side.DEBIT).forEach(entry -> debited.add(entry.account()));
        entries.stream()
                .filter(entry -> entry.side() == Side.CREDIT && debited.contains(entry.account()))
                .findFirst()
                .ifPresent(entry -> {
                    throw new LedgerRejection.SameAccountOnBothSides(entry.account());
                });
    }
}
