package org.kolsuite.payment.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.model.ChainVerifier.StoredLink;

class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

    @Test
    void m15_twoCurrenciesDoNotBalanceWithoutARate() {
        assertThatThrownBy(() -> transaction(
                        Entry.debit(ChartOfAccounts.FEES, eur(100)),
                        Entry.credit(ChartOfAccounts.PAYEES, Money.ofMinor(100, "CNY"))))
                .isInstanceOf(LedgerRejection.TransactionUnbalanced.class);
    }

    @Test
    void m17_anAccountIsNotDebitedAndCreditedAtOnce() {
        assertThatThrownBy(() -> transaction(
                        Entry.debit(ChartOfAccounts.FEES, eur(100)), Entry.credit(ChartOfAccounts.FEES, eur(100))))
                .isInstanceOf(LedgerRejection.SameAccountOnBothSides.class);
    }

    @Test
    void m11_entriesAreMoreThanZero() {
        assertThatThrownBy(() -> Entry.debit(ChartOfAccounts.FEES, eur(0)))
                .isInstanceOf(LedgerRejection.AmountNotPositive.class);
        assertThatThrownBy(() -> Entry.debit(ChartOfAccounts.FEES, eur(-1)))
                .isInstanceOf(LedgerRejection.AmountNotPositive.class);
    }

    @Test
    void aBookingNeedsTwoLegs() {
        assertThatThrownBy(() -> transaction(Entry.debit(ChartOfAccounts.FEES, eur(1))))
                .isInstanceOf(LedgerRejection.TransactionUnbalanced.class);
    }

    @Test
    void twoDebitsAreNoBookingAndNeitherAreTwoCredits() {
        assertThatThrownBy(() -> transaction(
                        Entry.debit(ChartOfAccounts.FEES, eur(100)), Entry.debit(ChartOfAccounts.GIFTS, eur(100))))
                .isInstanceOf(LedgerRejection.TransactionUnbalanced.class);
    }

    @Test
    void anAccountsCodeIsLowerCaseWordsJoinedByColonsOfAtMost80Characters() {
        assertThat(account("c".repeat(80)).code()).hasSize(80);
        for (String malformed : List.of("", "Costs", "costs:", ":costs", "a:b:c:d:e", "costs fees", "c".repeat(81))) {
            assertThatThrownBy(() -> account(malformed))
                    .as(malformed)
                    .isInstanceOf(LedgerRejection.AccountCodeMalformed.class);
        }
    }

    @Test
    void anAccountAtABankIsNamedByItsLastFourCharactersAndMayBeOverdrawn() {
        Account bank = ChartOfAccounts.bank("BE** **** 0905", "A1B2C3D4E5F6");

        assertThat(bank.code()).isEqualTo("assets:bank:0905-a1b2c3d4");
        assertThat(bank.guarded()).isFalse();
        assertThat(ChartOfAccounts.bank("*7", "A1B2C3D4E5F6").code()).isEqualTo("assets:bank:7-a1b2c3d4");
    }

    @Test
    void aGuardedAccountNeverFallsBelowZero() {
        Balance owed =
                Balance.empty(ChartOfAccounts.PAYEES, "EUR").after(Entry.credit(ChartOfAccounts.PAYEES, eur(100)));

        assertThat(owed.after(Entry.debit(ChartOfAccounts.PAYEES, eur(100))).amount())
                .isEqualTo(eur(0));
        assertThatThrownBy(() -> owed.after(Entry.debit(ChartOfAccounts.PAYEES, eur(101))))
                .isInstanceOf(LedgerRejection.FundsExhausted.class)
                .hasMessageContaining("EUR 0.01");
    }

    @Test
    void m26_aClosedMonthTakesNoBooking() {
        Periods periods = new Periods(YearMonth.of(2026, 2));

        assertThatThrownBy(() -> periods.requireOpen(LocalDate.of(2026, 2, 28)))
                .isInstanceOf(LedgerRejection.PeriodIsClosed.class);
        assertThat(periods.requireOpen(LocalDate.of(2026, 3, 1))).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void whatTheBankSaysAboutAClosedMonthCountsForTheNextOpenDay() {
        Periods periods = new Periods(YearMonth.of(2026, 2));

        assertThat(periods.bookableDay(LocalDate.of(2026, 1, 17))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(periods.bookableDay(LocalDate.of(2026, 3, 17))).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void monthsCloseInOrderAndOnlyWhenTheyAreOver() {
        Periods periods = new Periods(null);

        assertThatThrownBy(() -> periods.close(YearMonth.of(2026, 3), DAY, Optional.empty()))
                .isInstanceOf(LedgerRejection.PeriodNotOver.class);
        assertThatThrownBy(() -> periods.close(YearMonth.of(2026, 2), DAY, Optional.of(YearMonth.of(2026, 1))))
                .isInstanceOf(LedgerRejection.EarlierPeriodOpen.class);
        Periods closed = periods.close(YearMonth.of(2026, 2), DAY, Optional.of(YearMonth.of(2026, 2)));
        assertThatThrownBy(() -> closed.close(YearMonth.of(2026, 2), DAY, Optional.empty()))
                .isInstanceOf(LedgerRejection.PeriodIsClosed.class);
    }

    @Property(tries = 200)
    void aReversalPutsEveryBalanceBack(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 1_000_000_000L) Long> parts) {
        List<Entry> entries = new ArrayList<>();
        parts.forEach(part -> entries.add(Entry.debit(ChartOfAccounts.FEES, eur(part))));
        entries.add(Entry.credit(
                ChartOfAccounts.PAYEES,
                eur(parts.stream().mapToLong(Long::longValue).sum())));
        Transaction booking = transaction(entries.toArray(Entry[]::new));

        Balance after = Balance.empty(ChartOfAccounts.FEES, "EUR");
        Transaction undone = booking.reversal(Ids.next(), DAY, NOW, "wrong");
        for (Transaction one : List.of(booking, undone)) {
            for (Entry entry : one.entries()) {
                if (entry.account().equals(ChartOfAccounts.FEES.code())) {
                    after = after.after(entry);
                }
            }
        }

        assertThat(after.amount()).isEqualTo(eur(0));
        assertThat(undone.reverses()).isEqualTo(booking.id());
    }

    @Property(tries = 100)
    void m25_anyChangeInTheMiddleIsFoundAndNamed(
            @ForAll @IntRange(min = 0, max = 19) int place, @ForAll @IntRange(min = 0, max = 4) int what) {
        // Given
        List<StoredLink> chain = chainOf(20);
        StoredLink honest = chain.get(place);

        // When
        chain.set(place, tampered(honest, what));
        ChainVerifier verifier = new ChainVerifier();
        chain.forEach(verifier::check);

        // Then
        assertThat(verifier.findings()).isNotEmpty();
        assertThat(verifier.findings().getFirst().sequence()).isIn(honest.sequence(), honest.sequence() + 1);
    }

    @Test
    void m25_aRemovedRowAndACutTailAreFound() {
        List<StoredLink> chain = chainOf(5);
        String head = chain.getLast().hash();

        ChainVerifier whole = new ChainVerifier();
        chain.forEach(whole::check);
        whole.finish(5, head);
        assertThat(whole.findings()).isEmpty();

        ChainVerifier hole = new ChainVerifier();
        List<StoredLink> without = new ArrayList<>(chain);
        without.remove(2);
        without.forEach(hole::check);
        assertThat(hole.findings()).extracting(ChainVerifier.Finding::code).contains("SEQUENCE_GAP", "CHAIN_BROKEN");

        ChainVerifier cut = new ChainVerifier();
        chain.subList(0, 4).forEach(cut::check);
        cut.finish(5, head);
        assertThat(cut.findings()).extracting(ChainVerifier.Finding::code).containsExactly("HEAD_DIFFERS");
    }

    @Test
    void m25_aKeptBalanceThatDiffersFromItsEntriesIsFound() {
        ChainVerifier verifier = new ChainVerifier();
        chainOf(3).forEach(verifier::check);

        verifier.checkBalance(new Balance(ChartOfAccounts.PAYEES, eur(6)));
        assertThat(verifier.findings()).isEmpty();
        verifier.checkBalance(new Balance(ChartOfAccounts.PAYEES, eur(7)));
        assertThat(verifier.findings()).extracting(ChainVerifier.Finding::code).containsExactly("BALANCE_DIFFERS");
    }

    private static StoredLink tampered(StoredLink link, int what) {
        Transaction booked = java.util.Objects.requireNonNull(link.transaction());
        return switch (what) {
            case 0 -> with(link, rebooked(booked, booked.bookedOn().plusDays(1), booked.memo(), 0));
            case 1 -> with(link, rebooked(booked, booked.bookedOn(), "another memo", 0));
            case 2 -> with(link, rebooked(booked, booked.bookedOn(), booked.memo(), 1));
            case 3 -> new StoredLink(link.sequence(), "f".repeat(64), link.hash(), link.id(), booked, null);
            default -> new StoredLink(link.sequence(), link.previousHash(), "e".repeat(64), link.id(), booked, null);
        };
    }

    private static StoredLink with(StoredLink link, Transaction changed) {
        return new StoredLink(link.sequence(), link.previousHash(), link.hash(), link.id(), changed, null);
    }

    private static Transaction rebooked(Transaction booked, LocalDate day, String memo, long more) {
        long amount = booked.entries().getFirst().amount().amountMinor() + more;
        return new Transaction(
                booked.id(),
                booked.kind(),
                day,
                booked.happenedAt(),
                booked.subject(),
                memo,
                booked.reverses(),
                List.of(
                        Entry.debit(ChartOfAccounts.FEES, eur(amount)),
                        Entry.credit(ChartOfAccounts.PAYEES, eur(amount))));
    }

    private static List<StoredLink> chainOf(int length) {
        List<StoredLink> links = new ArrayList<>();
        String previous = HashChain.GENESIS;
        for (int i = 1; i <= length; i++) {
            Transaction booking = transaction(
                    Entry.debit(ChartOfAccounts.FEES, eur(i)), Entry.credit(ChartOfAccounts.PAYEES, eur(i)));
            String hash = HashChain.link(previous, i, booking);
            links.add(new StoredLink(i, previous, hash, booking.id(), booking, null));
            previous = hash;
        }
        return links;
    }

    private static Transaction transaction(Entry... entries) {
        UUID id = Ids.next();
        return new Transaction(id, "MANUAL", DAY, NOW, null, "a booking", null, List.of(entries));
    }

    private static Account account(String code) {
        return new Account(code, "An account", AccountType.COST, false);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
