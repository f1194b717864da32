package org.kolsuite.payment.reconciliation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.reconciliation.model.Verdict.Flag;
import org.kolsuite.payment.reconciliation.model.Verdict.Proposes;
import org.kolsuite.payment.reconciliation.model.Verdict.Returns;
import org.kolsuite.payment.reconciliation.model.Verdict.Rule;
import org.kolsuite.payment.reconciliation.model.Verdict.Settles;
import org.kolsuite.payment.reconciliation.model.Verdict.Unmatched;
import org.kolsuite.payment.statement.model.CamtReader;
import org.kolsuite.payment.statement.model.Direction;
import org.kolsuite.payment.statement.model.StatementLine;
import org.kolsuite.platform.testing.RealInput;

class MatchingPolicyTest {
    private static final String SUBITE = "bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/";
    private static final MatchingPolicy POLICY = new MatchingPolicy(1, 5);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    @Test
    void theEndToEndIdSettlesWhateverTheDate() {
        BankLine line = debit(100, DAY.plusDays(40), "REF-1", "other account");
        OpenPayout payout = payout("REF-1", 100, DAY);

        assertThat(decide(List.of(line), List.of(payout)))
                .containsExactly(new Settles(line.id(), payout.id(), Rule.END_TO_END_ID));
    }

    @Test
    void m19_theRightReferenceWithAnotherAmountIsProposedAndFlagged() {
        OpenPayout payout = payout("REF-1", 100, DAY);

        Verdict tooMuch =
                decide(List.of(debit(101, DAY, "REF-1", "a")), List.of(payout)).getFirst();
        Verdict tooLittle =
                decide(List.of(debit(99, DAY, "REF-1", "a")), List.of(payout)).getFirst();

        assertThat(((Proposes) tooMuch).flags()).containsExactly(Flag.OVER_PAYMENT);
        assertThat(((Proposes) tooLittle).flags()).containsExactly(Flag.SHORT_PAYMENT);
    }

    @Test
    void theSameReferenceTwiceIsADoublePayment() {
        BankLine first = debit(100, DAY, "REF-1", "a");
        BankLine second = debit(100, DAY, "REF-1", "a");

        List<Verdict> verdicts = decide(List.of(first, second), List.of(payout("REF-1", 100, DAY)));

        assertThat(verdicts.get(0)).isInstanceOf(Settles.class);
        assertThat(((Unmatched) verdicts.get(1)).flags()).containsExactly(Flag.DOUBLE_PAYMENT);
    }

    @Test
    void aCreditWithThePayoutsReferenceIsItsReturn() {
        BankLine out = debit(100, DAY, "REF-1", "a");
        BankLine back = credit(100, DAY.plusDays(2), "REF-1");

        List<Verdict> verdicts = decide(List.of(out, back), List.of(payout("REF-1", 100, DAY)));

        assertThat(verdicts.get(1)).isInstanceOf(Returns.class);
    }

    @Test
    void aReturnListedBeforeItsPaymentIsStillItsReturn() {
        BankLine back = credit(100, DAY, "REF-1");
        BankLine out = debit(100, DAY, "REF-1", "a");

        List<Verdict> verdicts = decide(List.of(back, out), List.of(payout("REF-1", 100, DAY)));

        assertThat(verdicts.get(0)).isInstanceOf(Returns.class);
        assertThat(verdicts.get(1)).isInstanceOf(Settles.class);
    }

    @Test
    void moneyThatCameBackTwiceOrInAnotherAmountOrNeverLeftIsLeftToAPerson() {
        OpenPayout payout = payout("REF-1", 100, DAY);
        BankLine out = debit(100, DAY, "REF-1", "a");

        Verdict second = decide(List.of(out, credit(100, DAY, "REF-1"), credit(100, DAY, "REF-1")), List.of(payout))
                .getLast();
        Verdict part =
                decide(List.of(out, credit(40, DAY, "REF-1")), List.of(payout)).getLast();
        Verdict neverLeft =
                decide(List.of(credit(100, DAY, "REF-1")), List.of(payout)).getLast();

        assertThat(List.of(second, part, neverLeft)).allSatisfy(verdict -> {
            assertThat(((Proposes) verdict).flags()).containsExactly(Flag.UNEXPLAINED_RETURN);
            assertThat(((Proposes) verdict).candidates())
                    .extracting(Verdict.Candidate::payoutId)
                    .containsExactly(payout.id());
        });
    }

    @Test
    void aSettledPayoutIsNoCandidateForAnotherLine() {
        OpenPayout settled = new OpenPayout(Ids.next(), "REF-1", eur(100), "a", DAY, true);

        Verdict verdict =
                decide(List.of(debit(100, DAY, null, "a")), List.of(settled)).getFirst();

        assertThat(((Unmatched) verdict).flags()).containsExactly(Flag.NOBODY_OWES);
    }

    @Test
    void whereOnePayoutIsNearerThanAnotherOnlyTheNearOnesAreProposed() {
        List<BankLine> lines = List.of(debit(100, DAY, null, "a"), debit(100, DAY, null, "a"));
        OpenPayout near = payout("REF-1", 100, DAY);
        OpenPayout far = payout("REF-2", 100, DAY.plusDays(30));

        assertThat(decide(lines, List.of(near, far)))
                .allSatisfy(verdict -> assertThat(((Proposes) verdict).candidates())
                        .containsExactly(new Verdict.Candidate(near.id(), Rule.TWINS)));
    }

    @Test
    void twoPayoutsWithOneReferenceAreDecidedForTheFirst() {
        OpenPayout first = payout("REF-1", 100, DAY);
        OpenPayout second = payout("REF-1", 100, DAY);
        BankLine line = debit(100, DAY, "REF-1", "a");

        assertThat(decide(List.of(line), List.of(first, second)))
                .containsExactly(new Settles(line.id(), first.id(), Rule.END_TO_END_ID));
    }

    @Test
    void withoutReferenceAmountAccountAndDaySettleWhenTheyAreUnique() {
        BankLine line = debit(100, DAY, null, "a");
        OpenPayout sameDay = payout("REF-1", 100, DAY);
        OpenPayout dayAfter = payout("REF-2", 100, DAY.plusDays(1));

        assertThat(decide(List.of(line), List.of(sameDay, dayAfter)))
                .containsExactly(new Settles(line.id(), sameDay.id(), Rule.AMOUNT_ACCOUNT_DAY));
    }

    @Test
    void insideTheWindowItSettlesOnlyWhenNothingElseFits() {
        BankLine line = debit(100, DAY.plusDays(2), null, "a");
        OpenPayout one = payout("REF-1", 100, DAY);
        OpenPayout two = payout("REF-2", 100, DAY.plusDays(1));

        assertThat(decide(List.of(line), List.of(one)))
                .containsExactly(new Settles(line.id(), one.id(), Rule.AMOUNT_ACCOUNT_WINDOW));
        assertThat(((Proposes) decide(List.of(line), List.of(one, two)).getFirst()).candidates())
                .extracting(Verdict.Candidate::payoutId)
                .containsExactly(one.id(), two.id());
    }

    @Test
    void twinsAreProposedAndNeverGuessed() {
        List<BankLine> lines = List.of(debit(100, DAY, null, "a"), debit(100, DAY, null, "a"));
        List<OpenPayout> payouts = List.of(payout("REF-1", 100, DAY), payout("REF-2", 100, DAY));

        assertThat(decide(lines, payouts)).allSatisfy(verdict -> {
            assertThat(verdict).isInstanceOf(Proposes.class);
            assertThat(((Proposes) verdict).candidates()).hasSize(2);
        });
    }

    @Test
    void twoLinesForOnePayoutAreProposedBecauseOneOfThemIsWrong() {
        List<BankLine> lines = List.of(debit(100, DAY, null, "a"), debit(100, DAY, null, "a"));

        assertThat(decide(lines, List.of(payout("REF-1", 100, DAY))))
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Proposes.class));
    }

    @Test
    void outsideTheWindowItIsOnlyProposed() {
        BankLine line = debit(100, DAY.plusDays(30), null, "a");

        Verdict verdict =
                decide(List.of(line), List.of(payout("REF-1", 100, DAY))).getFirst();

        assertThat(((Proposes) verdict).candidates().getFirst().rule()).isEqualTo(Rule.AMOUNT_ACCOUNT_OTHER_DATE);
    }

    @Test
    void linesThatNobodyOwesAndMoneyThatCameInAreFlagged() {
        List<Verdict> verdicts = decide(List.of(debit(7, DAY, null, "x"), credit(8, DAY, null)), List.of());

        assertThat(((Unmatched) verdicts.get(0)).flags()).containsExactly(Flag.NOBODY_OWES);
        assertThat(((Unmatched) verdicts.get(1)).flags()).containsExactly(Flag.INCOMING);
    }

    @Property(tries = 300)
    void neverIsAPayoutSettledTwiceAndTheOrderOfLinesDoesNotMatter(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 17) Integer> bank,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 17) Integer> owed,
            @ForAll Random random) {
        List<BankLine> lines = bank.stream()
                .map(i -> debit(1 + i % 2, DAY.plusDays(i % 3), null, "a" + i % 3))
                .toList();
        List<OpenPayout> payouts = new ArrayList<>();
        for (int i = 0; i < owed.size(); i++) {
            int kind = owed.get(i);
            payouts.add(new OpenPayout(
                    Ids.next(), "R" + i, eur(1 + kind % 2), "a" + kind % 3, DAY.plusDays(kind % 3), false));
        }
        List<BankLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);

        List<Verdict> verdicts = POLICY.decide(lines, payouts);
        List<Verdict> again = POLICY.decide(shuffled, payouts);

        Set<UUID> settled = new HashSet<>();
        verdicts.stream()
                .filter(Settles.class::isInstance)
                .map(Settles.class::cast)
                .forEach(one -> assertThat(settled.add(one.payoutId())).isTrue());
        assertThat(new HashSet<>(again)).isEqualTo(new HashSet<>(verdicts));
    }

    @Test
    void theRealStatementWithItsReferencesSettlesAllDebits() {
        List<BankLine> lines = realLines(true);

        List<Verdict> verdicts = decide(lines, payoutsOf(lines));

        assertThat(verdicts.stream().filter(Settles.class::isInstance)).hasSize(452);
        assertThat(verdicts.stream().filter(Unmatched.class::isInstance)).hasSize(10);
    }

    @Test
    void theRealStatementWithoutReferencesSettlesWhatIsUniqueAndProposesTheTwins() {
        List<BankLine> lines = realLines(false);

        List<Verdict> verdicts = decide(lines, payoutsOf(lines));

        assertThat(verdicts.stream().filter(Settles.class::isInstance)).hasSize(448);
        assertThat(verdicts.stream().filter(Proposes.class::isInstance))
                .hasSize(4)
                .allSatisfy(twin -> assertThat(((Proposes) twin).candidates()).hasSize(2));
    }

    private static List<BankLine> realLines(boolean withReferences) {
        byte[] file = RealInput.bytes(SUBITE + "Other/account_statement-2.xml");
        return CamtReader.read(new ByteArrayInputStream(file)).getFirst().lines().stream()
                .map(line -> bankLine(line, withReferences))
                .toList();
    }

    private static BankLine bankLine(StatementLine line, boolean withReference) {
        return new BankLine(
                Ids.next(),
                line.direction(),
                line.amount(),
                java.util.Objects.requireNonNull(line.bookedOn()),
                withReference ? line.endToEndId() : null,
                line.counterpartyAccount() == null
                        ? null
                        : line.counterpartyAccount().value(),
                null);
    }

    private static List<OpenPayout> payoutsOf(List<BankLine> lines) {
        List<OpenPayout> payouts = new ArrayList<>();
        for (BankLine line : lines) {
            if (line.direction() == Direction.DEBIT) {
                String reference = line.endToEndId() == null ? "R" + payouts.size() : line.endToEndId();
                payouts.add(
                        new OpenPayout(Ids.next(), reference, line.amount(), line.account(), line.bookedOn(), false));
            }
        }
        return payouts;
    }

    private static List<Verdict> decide(List<BankLine> lines, List<OpenPayout> payouts) {
        return POLICY.decide(lines, payouts);
    }

    private static BankLine debit(long minor, LocalDate day, @Nullable String reference, String account) {
        return new BankLine(Ids.next(), Direction.DEBIT, eur(minor), day, reference, account, null);
    }

    private static BankLine credit(long minor, LocalDate day, @Nullable String reference) {
        return new BankLine(Ids.next(), Direction.CREDIT, eur(minor), day, reference, "a", null);
    }

    private static OpenPayout payout(String reference, long minor, LocalDate day) {
        return new OpenPayout(Ids.next(), reference, eur(minor), "a", day, false);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
