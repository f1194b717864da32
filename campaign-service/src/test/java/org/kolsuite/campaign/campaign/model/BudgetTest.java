package org.kolsuite.campaign.campaign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Refused;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

class BudgetTest {
    private static final Budget THOUSAND = Budget.of(cny(1000));

    @Test
    void reservesUpToTheLastCentAndNotOneMore() {
        Budget full = THOUSAND.reserve(cny(999)).reserve(cny(1));
        assertThat(full.available()).isEqualTo(cny(0));
        assertThatThrownBy(() -> full.reserve(cny(1))).satisfies(Refused.with("BUDGET_EXHAUSTED"));
    }

    @Test
    void releasingMakesItAvailableAgain() {
        assertThat(THOUSAND.reserve(cny(600)).release(cny(600))).isEqualTo(THOUSAND);
    }

    @Test
    void m19_spendingAboveTheReservationIsRefused() {
        assertThatThrownBy(() -> THOUSAND.reserve(cny(10)).spend(cny(11)))
                .satisfies(Refused.with("RESERVATION_EXCEEDED"))
                .hasFieldOrPropertyWithValue("kind", Rejection.Kind.INVALID);
    }

    @Test
    void w06_aBudgetIsNotCutBelowWhatIsCommitted() {
        Budget committed = THOUSAND.reserve(cny(700)).spend(cny(300));
        assertThat(committed.changeTo(cny(700)).available()).isEqualTo(cny(0));
        assertThatThrownBy(() -> committed.changeTo(cny(699)))
                .satisfies(Refused.with("BUDGET_BELOW_COMMITTED"))
                .hasFieldOrPropertyWithValue("kind", Rejection.Kind.CONFLICT);
    }

    @Test
    void aSpendingThatCanNotBeRefusedIsKeptApart() {
        Budget over = THOUSAND.reserve(cny(1000)).spendUnplanned(cny(50));
        assertThat(over.unplanned()).isEqualTo(cny(50));
        assertThat(over.available()).isEqualTo(cny(-50));
        assertThatThrownBy(() -> over.reserve(cny(1))).satisfies(Refused.with("BUDGET_EXHAUSTED"));
    }

    @Test
    void m15_currenciesDoNotMix() {
        assertThatThrownBy(() -> THOUSAND.reserve(Money.ofMinor(1, "EUR")))
                .satisfies(Refused.with("CURRENCY_MISMATCH"));
    }

    @Test
    void m11_aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> Budget.of(cny(0))).satisfies(Refused.with("BUDGET_MUST_BE_POSITIVE"));
        assertThatThrownBy(() -> Budget.of(cny(-5))).satisfies(Refused.with("BUDGET_MUST_BE_POSITIVE"));
    }

    @Test
    void noMovementOfABudgetIsNegative() {
        Budget reserved = THOUSAND.reserve(cny(10));
        assertThatThrownBy(() -> reserved.reserve(cny(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserved.release(cny(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserved.spend(cny(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserved.spendUnplanned(cny(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReservationCoversASpendingUpToWhatItHolds() {
        Reservation held = Reservation.none(new java.util.UUID(0, 1), Reservation.Purpose.FEE, "CNY")
                .add(cny(120))
                .release(cny(20));

        Reservation.Draw within = held.draw(cny(100));
        Reservation.Draw beyond = held.draw(cny(130));

        assertThat(held.held()).isEqualTo(cny(100));
        assertThat(within).isEqualTo(new Reservation.Draw(cny(100), cny(0)));
        assertThat(beyond).isEqualTo(new Reservation.Draw(cny(100), cny(30)));
        assertThat(held.after(beyond).held()).isEqualTo(cny(0));
        assertThat(held.after(beyond).spent()).isEqualTo(cny(130));
    }

    /** Whatever is tried in whatever order: never above the budget, nothing negative, nothing lost. */
    @Property
    void neverCommitsMoreThanTheBudget(@ForAll("movements") List<Movement> movements) {
        Budget budget = THOUSAND;
        for (Movement movement : movements) {
            Budget before = budget;
            try {
                budget = movement.on(budget);
            } catch (Rejection refused) {
                budget = before;
            }
            assertThat(budget.committed().isMoreThan(budget.total())).isFalse();
            assertThat(budget.reserved().isNegative()).isFalse();
            assertThat(budget.spent().isNegative()).isFalse();
            assertThat(budget.available().plus(budget.committed())).isEqualTo(budget.total());
        }
    }

    /** What a reservation holds and what a draw leaves uncovered always add up to what was drawn. */
    @Property
    void aDrawIsSplitWithoutLoss(@ForAll("amounts") Money held, @ForAll("amounts") Money drawn) {
        Reservation reservation = new Reservation(new java.util.UUID(0, 1), Reservation.Purpose.FEE, held, cny(0));
        Reservation.Draw draw = reservation.draw(drawn);
        assertThat(draw.covered().plus(draw.uncovered())).isEqualTo(drawn);
        assertThat(reservation.after(draw).held().plus(draw.covered())).isEqualTo(held);
        assertThat(reservation.after(draw).spent()).isEqualTo(drawn);
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.longs().between(0, 1_500).map(BudgetTest::cny);
    }

    @Provide
    Arbitrary<List<Movement>> movements() {
        return Combinators.combine(Arbitraries.of(Kind.values()), amounts())
                .as(Movement::new)
                .list()
                .ofMaxSize(40);
    }

    private enum Kind {
        RESERVE,
        RELEASE,
        SPEND,
        CHANGE
    }

    private record Movement(Kind kind, Money amount) {
        Budget on(Budget budget) {
            return switch (kind) {
                case RESERVE -> budget.reserve(amount);
                case RELEASE -> budget.release(amount);
                case SPEND -> budget.spend(amount);
                case CHANGE -> budget.changeTo(amount);
            };
        }
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, "CNY");
    }
}
