package org.kolsuite.payment.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.money.Money;

/** Whatever is changed in a booking behind the application's back, its hash no longer fits (CASES M25). */
class HashChainTest {
    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    private static final List<Entry> ENTRIES = entries(ChartOfAccounts.FEES, ChartOfAccounts.PAYEES, 100, "EUR");
    private static final Transaction BOOKED = booking(ID, "MANUAL", DAY, NOW, null, "a booking", null, ENTRIES);

    static Stream<Transaction> changed() {
        return Stream.of(
                booking(OTHER, "MANUAL", DAY, NOW, null, "a booking", null, ENTRIES),
                booking(ID, "PAYOUT", DAY, NOW, null, "a booking", null, ENTRIES),
                booking(ID, "MANUAL", DAY.plusDays(1), NOW, null, "a booking", null, ENTRIES),
                booking(ID, "MANUAL", DAY, NOW.plusMillis(1), null, "a booking", null, ENTRIES),
                booking(ID, "MANUAL", DAY, NOW, OTHER, "a booking", null, ENTRIES),
                booking(ID, "MANUAL", DAY, NOW, null, "another", null, ENTRIES),
                booking(ID, "MANUAL", DAY, NOW, null, "a booking", OTHER, ENTRIES),
                booking(ID, "MANUAL", DAY, NOW, null, "a booking", null, changedEntries(101, "EUR")),
                booking(ID, "MANUAL", DAY, NOW, null, "a booking", null, changedEntries(100, "CNY")),
                booking(
                        ID,
                        "MANUAL",
                        DAY,
                        NOW,
                        null,
                        "a booking",
                        null,
                        entries(ChartOfAccounts.PAYEES, ChartOfAccounts.FEES, 100, "EUR")),
                booking(
                        ID,
                        "MANUAL",
                        DAY,
                        NOW,
                        null,
                        "a booking",
                        null,
                        List.of(
                                Entry.credit(ChartOfAccounts.FEES, Money.ofMinor(100, "EUR")),
                                Entry.debit(ChartOfAccounts.PAYEES, Money.ofMinor(100, "EUR")))));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void everyFieldOfABookingIsInItsHash(Transaction changed) {
        assertThat(HashChain.link(HashChain.GENESIS, 1, changed))
                .isNotEqualTo(HashChain.link(HashChain.GENESIS, 1, BOOKED));
    }

    @Test
    void soAreItsNumberAndTheHashBeforeIt() {
        String hash = HashChain.link("ab", 12, BOOKED);

        assertThat(HashChain.link("ab", 13, BOOKED)).isNotEqualTo(hash);
        assertThat(HashChain.link("ac", 12, BOOKED)).isNotEqualTo(hash);
        assertThat(HashChain.link("ab", 12, BOOKED)).isEqualTo(hash).hasSize(64);
    }

    @Test
    void noTwoBookingsReadTheSameWhereAFieldEnds() {
        assertThat(HashChain.link("ab1", 2, BOOKED)).isNotEqualTo(HashChain.link("ab", 12, BOOKED));
    }

    @Test
    void aBookingThatNoLongerBalancesIsNamedWithTheRuleItBreaks() {
        String hash = HashChain.link(HashChain.GENESIS, 1, BOOKED);
        ChainVerifier.StoredLink unreadable = ChainVerifier.read(
                1,
                HashChain.GENESIS,
                hash,
                ID,
                () -> booking(
                        ID,
                        "MANUAL",
                        DAY,
                        NOW,
                        null,
                        "a booking",
                        null,
                        List.of(Entry.debit(ChartOfAccounts.FEES, Money.ofMinor(1, "EUR")))));
        ChainVerifier.StoredLink honest = ChainVerifier.read(1, HashChain.GENESIS, hash, ID, () -> BOOKED);
        ChainVerifier broken = new ChainVerifier();
        ChainVerifier whole = new ChainVerifier();

        broken.check(unreadable);
        whole.check(honest);

        assertThat(broken.findings()).extracting(ChainVerifier.Finding::code).containsExactly("CONTENT_CHANGED");
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.checked()).isEqualTo(1);
    }

    @Test
    void theLedgerEndsWhereItsHeadSays() {
        ChainVerifier verifier = new ChainVerifier();
        String hash = HashChain.link(HashChain.GENESIS, 1, BOOKED);
        verifier.check(new ChainVerifier.StoredLink(1, HashChain.GENESIS, hash, ID, BOOKED, null));

        verifier.finish(1, hash);
        assertThat(verifier.findings()).isEmpty();
        verifier.finish(1, HashChain.GENESIS);
        verifier.finish(2, hash);
        assertThat(verifier.findings())
                .extracting(ChainVerifier.Finding::detail)
                .containsExactly(
                        "The ledger ends at number 1 but should end at 1.",
                        "The ledger ends at number 1 but should end at 2.");
    }

    private static List<Entry> entries(Account debit, Account credit, long minor, String currency) {
        Money amount = Money.ofMinor(minor, currency);
        return List.of(Entry.debit(debit, amount), Entry.credit(credit, amount));
    }

    private static List<Entry> changedEntries(long minor, String currency) {
        return entries(ChartOfAccounts.FEES, ChartOfAccounts.PAYEES, minor, currency);
    }

    private static Transaction booking(
            UUID id,
            String kind,
            LocalDate day,
            Instant at,
            @Nullable UUID subject,
            String memo,
            @Nullable UUID reverses,
            List<Entry> entries) {
        return new Transaction(id, kind, day, at, subject, memo, reverses, entries);
    }
}
