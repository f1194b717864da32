package org.kolsuite.payment.ledger.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/**
 * Walks the whole ledger in order and says where it does not fit. Feed it every link once, oldest first, then ask for the
 * {@link #findings()}.
 */
public final class ChainVerifier {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Money> sums = new TreeMap<>();
    private long expectedSequence = 1;
    private String expectedPrevious = HashChain.GENESIS;
    private long checked;

    /** A transaction as it stands in the database, before anybody trusts it. */
    public record StoredLink(
            long sequence,
            String previousHash,
            String hash,
            UUID id,
            @Nullable Transaction transaction,
            @Nullable String unreadable) {}

    /** One place where the chain is broken. */
    public record Finding(long sequence, @Nullable UUID transactionId, String code, String detail) {}

    public void check(StoredLink link) {
        checked++;
        if (link.sequence() != expectedSequence) {
            report(link, "SEQUENCE_GAP", "Expected number " + expectedSequence + ", found " + link.sequence() + ".");
        }
        if (!link.previousHash().equals(expectedPrevious)) {
            report(link, "CHAIN_BROKEN", "It does not follow on the booking before it.");
        }
        Transaction transaction = link.transaction();
        if (transaction == null) {
            report(link, "CONTENT_CHANGED", "It breaks a rule of bookkeeping: " + link.unreadable());
        } else {
            if (!HashChain.link(link.previousHash(), link.sequence(), transaction)
                    .equals(link.hash())) {
                report(link, "CONTENT_CHANGED", "Its content differs from what was booked.");
            }
            transaction.entries().forEach(this::add);
        }
        expectedSequence = link.sequence() + 1;
        expectedPrevious = link.hash();
    }

    /** Compares where the chain ended with where the head says it must end: a cut-off tail leaves no other trace. */
    public void finish(long headSequence, String headHash) {
        if (headSequence != expectedSequence - 1 || !headHash.equals(expectedPrevious)) {
            findings.add(new Finding(
                    headSequence,
                    null,
                    "HEAD_DIFFERS",
                    "The ledger ends at number " + (expectedSequence - 1) + " but should end at " + headSequence
                            + "."));
        }
    }

    /** Compares a kept balance with the sum of the entries. */
    public void checkBalance(Balance kept) {
        String key = key(kept.account().code(), kept.amount().currency());
        Money sum = sums.getOrDefault(key, Money.zero(kept.amount().currency()));
        Money expected = kept.account().type().growsOn() == Side.DEBIT ? sum : sum.negated();
        if (!expected.equals(kept.amount())) {
            findings.add(new Finding(
                    0,
                    null,
                    "BALANCE_DIFFERS",
                    "The account " + kept.account().code() + " says " + kept.amount() + ", its entries sum to "
                            + expected + "."));
        }
    }

    public long checked() {
        return checked;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Turns stored rows into a transaction, or the reason why they are none. */
    public static StoredLink read(
            long sequence, String previousHash, String hash, UUID id, Supplier<Transaction> rows) {
        try {
            return new StoredLink(sequence, previousHash, hash, id, rows.get(), null);
        } catch (Rejection broken) {
            return new StoredLink(sequence, previousHash, hash, id, null, broken.detail());
        }
    }

    private void add(Entry entry) {
        Money signed =
                entry.side() == Side.DEBIT ? entry.amount() : entry.amount().negated();
        sums.merge(key(entry.account(), entry.amount().currency()), signed, Money::plus);
    }

    private void report(StoredLink link, String code, String detail) {
        findings.add(new Finding(link.sequence(), link.id(), code, detail));
    }

    private static String key(String account, String currency) {
        return account + " " + currency;
    }
}
