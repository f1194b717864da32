package org.kolsuite.reporting.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.formula.model.Quantity;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.measuring.model.ResultAtCut;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.orders.model.MarginPolicy.DatedRate;
import org.kolsuite.reporting.orders.model.OrderState;
import org.kolsuite.reporting.orders.model.Receipts;

class ResultFoldProperties {
    private static final ResultFold FOLD = new ResultFold(ZoneId.of("Asia/Shanghai"), 1_000);
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T04:00:00Z");

    @Property
    void e8_shuffledFactsGiveTheSameResults(@ForAll @IntRange(max = 40) int size, @ForAll long seed) {
        // Given
        Facts facts = someFacts(size, new Random(seed));
        Facts shuffled = shuffled(facts, new Random(~seed));
        // Then
        assertThat(FOLD.fold(shuffled)).isEqualTo(FOLD.fold(facts));
        assertThat(ResultAtCut.measure(shuffled, PUBLISHED, 7)).isEqualTo(ResultAtCut.measure(facts, PUBLISHED, 7));
    }

    @Property
    void theDaysSumToWhatWasReachedInTheEnd(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        // Given
        Facts facts = someFacts(size, new Random(seed));
        // When
        Totals total = FOLD.fold(facts).stream().map(DayResult::added).reduce(Totals.none("CNY"), Totals::plus);
        // Then: the counters of the newest snapshot of each post
        long newest = IntStream.range(0, 2)
                .mapToObj(post -> facts.snapshots().stream()
                        .filter(snapshot -> snapshot.post().equals("post " + post))
                        .max(Snapshot.BY_TIME))
                .flatMap(java.util.Optional::stream)
                .mapToLong(snapshot -> snapshot.counters().engagements())
                .sum();
        assertThat(total.of(Quantity.ENGAGEMENTS).value()).isEqualTo(newest);
        assertThat(total.netRevenue().value())
                .isEqualTo(facts.orders().stream()
                        .filter(order -> order.state().wasPaid())
                        .mapToLong(order -> order.receipts().net().amountMinor())
                        .sum());
    }

    @Test
    void factsFallIntoTheOrganisationsDays() {
        // Given: 23:30 UTC is the next day in Shanghai
        Instant late = Instant.parse("2026-03-01T23:30:00Z");
        // When
        List<DayResult> days =
                FOLD.fold(facts(List.of(new Facts.Cost(CostKind.FEE, cny(500), late)), List.of(), List.of()));
        // Then
        assertThat(days).extracting(DayResult::day).contains(LocalDate.parse("2026-03-02"));
    }

    @Test
    void aPostBecomesViralOnTheDayItPassesTheThreshold() {
        // Given
        List<Snapshot> snapshots = List.of(snapshot(1, 900), snapshot(2, 1_001), snapshot(3, 5_000));
        // When
        List<LocalDate> viralDays = FOLD.fold(facts(List.of(), snapshots, List.of())).stream()
                .filter(day ->
                        Objects.equals(day.added().of(Quantity.VIRAL_POSTS).value(), 1L))
                .map(DayResult::day)
                .toList();
        // Then
        assertThat(viralDays).containsExactly(LocalDate.parse("2026-03-03"));
    }

    @Test
    void aPublishedPostCountsBeforeItsFirstSnapshot() {
        // When
        Totals total =
                FOLD.fold(facts(List.of(), List.of(), List.of())).getFirst().added();
        // Then
        assertThat(total.of(Quantity.POSTS).value()).isEqualTo(1);
        assertThat(total.of(Quantity.VIEWS).value()).isNull();
    }

    @Test
    void aPublishedPostCountsOnceOnTheDayItWentLiveAlsoWithSnapshots() {
        List<DayResult> days = FOLD.fold(facts(List.of(), List.of(snapshot(1, 900), snapshot(2, 950)), List.of()));

        assertThat(days.getFirst().day()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(days.getFirst().added().of(Quantity.POSTS).value()).isEqualTo(1);
        assertThat(total(days).of(Quantity.POSTS).value()).isEqualTo(1);
    }

    @Test
    void aPostWhosePublishingNobodyToldCountsFromItsFirstSnapshot() {
        Facts untold = new Facts(
                "CNY",
                null,
                List.of(),
                List.of(),
                List.of(snapshot(1, 900), snapshot(2, 950)),
                List.of(),
                List.of(),
                List.of());

        List<DayResult> days = FOLD.fold(untold);

        assertThat(days.getFirst().day()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(days.getFirst().added().of(Quantity.POSTS).value()).isEqualTo(1);
    }

    @Test
    void aPostIsViralOnceAndNoMoreWhenThePlatformTakesEngagementsBack() {
        List<Snapshot> stays = List.of(snapshot(1, 1_000), snapshot(2, 1_001), snapshot(3, 5_000));
        List<Snapshot> falls = List.of(snapshot(1, 5_000), snapshot(2, 900));

        assertThat(total(FOLD.fold(facts(List.of(), stays, List.of())))
                        .of(Quantity.VIRAL_POSTS)
                        .value())
                .isEqualTo(1);
        assertThat(total(FOLD.fold(facts(List.of(), falls, List.of())))
                        .of(Quantity.VIRAL_POSTS)
                        .value())
                .isZero();
        assertThat(total(FOLD.fold(facts(List.of(), List.of(snapshot(1, 1_000)), List.of())))
                        .of(Quantity.VIRAL_POSTS)
                        .value())
                .isZero();
    }

    @Test
    void aCounterSaysWhoSentIt() {
        Instant at = PUBLISHED.plus(Duration.ofDays(1));
        Counters likes = new Counters(null, null, 7L, null, null, null, null);
        Snapshot reported = new Snapshot("post 0", likes, Provenance.PARTNER, at, at, 0);

        assertThat(total(FOLD.fold(facts(List.of(), List.of(reported), List.of())))
                        .of(Quantity.LIKES)
                        .source())
                .isEqualTo(Source.PARTNER);
        assertThat(total(FOLD.fold(facts(List.of(), List.of(snapshot(1, 7)), List.of())))
                        .of(Quantity.LIKES)
                        .source())
                .isEqualTo(Source.UPLOAD);
    }

    @Test
    void clicksOfPeopleAndOfMachinesAreCountedApart() {
        LocalDate day = LocalDate.parse("2026-03-04");
        Facts clicked = new Facts(
                "CNY",
                PUBLISHED,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Facts.DayOfClicks(day, 40, 9, PUBLISHED)),
                List.of(),
                List.of());

        DayResult result = FOLD.fold(clicked).getLast();

        assertThat(result.day()).isEqualTo(day);
        assertThat(result.added().of(Quantity.CLICKS).value()).isEqualTo(40);
        assertThat(result.added().of(Quantity.BOT_CLICKS).value()).isEqualTo(9);
    }

    @Test
    void whatTheBankPaidIsCashAndNoCost() {
        Facts paid = new Facts(
                "CNY",
                null,
                List.of(),
                List.of(
                        new Facts.Payment(cny(5_000), PUBLISHED),
                        new Facts.Payment(cny(-2_000), PUBLISHED),
                        new Facts.Payment(Money.ofMinor(700, "USD"), PUBLISHED)),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        Totals total = total(FOLD.fold(paid));

        assertThat(total.of(Quantity.CASH_PAID).value()).isEqualTo(3_000);
        assertThat(total.of(Quantity.APPROVED_FEES).value()).isZero();
    }

    @Test
    void m15_amountsInAnotherCurrencyAreNotAdded() {
        Money dollars = Money.ofMinor(700, "USD");
        var order = new Facts.Order(
                new OrderState.Paid(),
                new Receipts(dollars, Money.zero("USD"), false),
                null,
                PUBLISHED.plusSeconds(1),
                PUBLISHED);
        Facts foreign = facts(List.of(new Facts.Cost(CostKind.FEE, dollars, PUBLISHED)), List.of(), List.of(order));

        Totals total = total(FOLD.fold(foreign));

        assertThat(total.of(Quantity.APPROVED_FEES).value()).isZero();
        assertThat(total.of(Quantity.PAID).value()).isZero();
        assertThat(total.of(Quantity.ORDERS).value()).isZero();
        assertThat(ResultAtCut.measure(foreign, PUBLISHED, 7).orders()).isZero();
    }

    @Test
    void anOrderBringsItsContributionOrSaysThatItsRateIsMissing() {
        var rated = new Facts.Order(new OrderState.Paid(), receipts(10_000, 0), null, PUBLISHED, PUBLISHED);
        var imported = new Facts.Order(new OrderState.Paid(), receipts(10_000, 0), cny(1_234), PUBLISHED, PUBLISHED);
        var beforeAnyRate = new Facts.Order(
                new OrderState.Paid(), receipts(10_000, 0), null, Instant.parse("2025-12-01T00:00:00Z"), PUBLISHED);

        Totals total = total(FOLD.fold(facts(List.of(), List.of(), List.of(rated, imported, beforeAnyRate))));

        assertThat(total.of(Quantity.CONTRIBUTION).value()).isEqualTo(4_000 + 1_234);
        assertThat(total.of(Quantity.ORDERS_WITHOUT_MARGIN).value()).isEqualTo(1);
        assertThat(total.of(Quantity.ORDERS).value()).isEqualTo(3);
    }

    @Test
    void aWhollyRefundedOrderBringsNothingAndIsNoOrder() {
        var refunded =
                new Facts.Order(new OrderState.Refunded(true), receipts(10_000, 10_000), null, PUBLISHED, PUBLISHED);
        Facts facts = facts(List.of(), List.of(), List.of(refunded));

        Totals total = total(FOLD.fold(facts));

        assertThat(total.of(Quantity.ORDERS).value()).isZero();
        assertThat(total.netRevenue().value()).isZero();
        assertThat(ResultAtCut.measure(facts, PUBLISHED, 7).orders()).isZero();
    }

    @Test
    void aMeasuredResultSumsThePosts() {
        Instant at = PUBLISHED.plus(Duration.ofDays(1));
        Snapshot other =
                new Snapshot("post 1", new Counters(5L, null, 30L, null, null, 2L, null), Provenance.UPLOAD, at, at, 0);

        ResultAtCut result =
                ResultAtCut.measure(facts(List.of(), List.of(snapshot(2, 700), other), List.of()), PUBLISHED, 7);

        assertThat(result.engagements()).isEqualTo(732);
        assertThat(result.views()).isEqualTo(5);
        assertThat(result.saves()).isEqualTo(2);
        assertThat(result.snapshotAt()).isEqualTo(PUBLISHED.plus(Duration.ofDays(2)));
    }

    @Test
    void aMeasuredResultCountsOnlyOrdersThatWerePaid() {
        var placed = new Facts.Order(new OrderState.Placed(), receipts(9_900, 0), null, PUBLISHED, PUBLISHED);

        ResultAtCut result = ResultAtCut.measure(facts(List.of(), List.of(), List.of(placed)), PUBLISHED, 7);

        assertThat(result.orders()).isZero();
        assertThat(result.netRevenue()).isEqualTo(cny(0));
    }

    @Test
    void ordersThatWereNeverPaidBringNothing() {
        // Given
        var placed = new Facts.Order(new OrderState.Placed(), receipts(9_900, 0), null, PUBLISHED, PUBLISHED);
        var closed = new Facts.Order(new OrderState.Closed(), receipts(9_900, 0), null, PUBLISHED, PUBLISHED);
        // When
        Totals total = FOLD.fold(facts(List.of(), List.of(), List.of(placed, closed)))
                .getFirst()
                .added();
        // Then
        assertThat(total.netRevenue().value()).isZero();
        assertThat(total.of(Quantity.ORDERS).value()).isZero();
    }

    @Test
    void aMeasuredResultLooksOnlyAtWhatHappenedByTheCut() {
        // Given: a snapshot and an order on day 6, others on day 8
        var early = new Facts.Order(
                new OrderState.Paid(), receipts(10_000, 1_000), null, PUBLISHED.plus(Duration.ofDays(6)), PUBLISHED);
        var late = new Facts.Order(
                new OrderState.Paid(), receipts(50_000, 0), null, PUBLISHED.plus(Duration.ofDays(8)), PUBLISHED);
        Facts facts = facts(List.of(), List.of(snapshot(8, 9_000), snapshot(6, 700)), List.of(late, early));
        // When
        ResultAtCut result = ResultAtCut.measure(facts, PUBLISHED, 7);
        // Then
        assertThat(result.engagements()).isEqualTo(700);
        assertThat(result.orders()).isEqualTo(1);
        assertThat(result.netRevenue()).isEqualTo(cny(9_000));
        assertThat(result.snapshotAt()).isEqualTo(PUBLISHED.plus(Duration.ofDays(6)));
    }

    @Test
    void withoutASnapshotTheCountersAreUnknown() {
        // When
        ResultAtCut result = ResultAtCut.measure(facts(List.of(), List.of(), List.of()), PUBLISHED, 7);
        // Then
        assertThat(result.views()).isNull();
        assertThat(result.engagements()).isNull();
        assertThat(result.snapshotAt()).isEqualTo(PUBLISHED.plus(Duration.ofDays(7)));
    }

    private static Totals total(List<DayResult> days) {
        return days.stream().map(DayResult::added).reduce(Totals.none("CNY"), Totals::plus);
    }

    private static Facts someFacts(int size, Random random) {
        List<Facts.Cost> costs = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        List<Facts.Order> orders = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Instant at = PUBLISHED.plus(Duration.ofHours(random.nextInt(24 * 30)));
            costs.add(new Facts.Cost(CostKind.values()[random.nextInt(3)], cny(random.nextInt(100_000)), at));
            snapshots.add(new Snapshot(
                    "post " + random.nextInt(2),
                    new Counters((long) random.nextInt(9_999), null, (long) random.nextInt(999), 1L, 2L, 3L, null),
                    random.nextBoolean() ? Provenance.UPLOAD : Provenance.PARTNER,
                    at.plusSeconds(i),
                    at,
                    i));
            long paid = random.nextInt(100_000);
            orders.add(new Facts.Order(
                    random.nextInt(5) == 0 ? new OrderState.Placed() : new OrderState.Paid(),
                    receipts(paid, paid == 0 ? 0 : random.nextLong(paid)),
                    null,
                    at,
                    at));
        }
        return facts(costs, snapshots, orders);
    }

    private static Facts facts(List<Facts.Cost> costs, List<Snapshot> snapshots, List<Facts.Order> orders) {
        return new Facts(
                "CNY",
                PUBLISHED,
                costs,
                List.of(),
                snapshots,
                List.of(),
                orders,
                List.of(new DatedRate(LocalDate.parse("2026-01-01"), new BigDecimal("0.4"))));
    }

    private static Facts shuffled(Facts facts, Random random) {
        return new Facts(
                facts.currency(),
                facts.publishedAt(),
                shuffled(facts.costs(), random),
                facts.payments(),
                shuffled(facts.snapshots(), random),
                facts.clicks(),
                shuffled(facts.orders(), random),
                facts.marginRates());
    }

    private static <T extends @Nullable Object> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Snapshot snapshot(int daysAfter, long likes) {
        Instant at = PUBLISHED.plus(Duration.ofDays(daysAfter));
        return new Snapshot(
                "post 0", new Counters(null, null, likes, null, null, null, null), Provenance.UPLOAD, at, at, 0);
    }

    private static Receipts receipts(long paid, long refunded) {
        return new Receipts(cny(paid), cny(refunded), false);
    }

    private static Money cny(long fen) {
        return Money.ofMinor(fen, "CNY");
    }
}
