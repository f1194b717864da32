package org.kolsuite.reporting.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.PostTimeline;
import org.kolsuite.reporting.metrics.model.PostTimeline.Reading;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.orders.model.MarginPolicy;

/**
 * Folds the facts of one collaboration into results by day. The same facts give the same results in whatever order they
 * arrived (CASES E8), and folding again from nothing gives them once more (E13).
 *
 * @param zone in whose days the organisation thinks
 * @param viralThreshold engagements from which on a post counts as viral
 */
public record ResultFold(ZoneId zone, long viralThreshold) {

    /** @return results by day, oldest first; a day without facts is absent */
    public List<DayResult> fold(Facts facts) {
        Map<LocalDate, DayResult> days = new TreeMap<>();
        addCosts(facts, days);
        addPosts(facts, days);
        addClicks(facts, days);
        addOrders(facts, days);
        return List.copyOf(days.values());
    }

    private void addCosts(Facts facts, Map<LocalDate, DayResult> days) {
        for (Facts.Cost cost : facts.costs()) {
            if (!cost.amount().currency().equals(facts.currency())) {
                continue;
            }
            Measured amount = Measured.of(cost.amount().amountMinor(), Source.BOOKED, cost.happenedAt());
            Additions more = new Additions(facts.currency());
            switch (cost.kind()) {
                case GIFT_PRODUCT -> more.giftCost = amount;
                case SHIPPING -> more.shipping = amount;
                case FEE -> more.fees = amount;
            }
            add(days, dayOf(cost.happenedAt()), more);
        }
    }

    private void addPosts(Facts facts, Map<LocalDate, DayResult> days) {
        PostTimeline timeline = PostTimeline.of(facts.snapshots());
        for (List<Reading> readings : timeline.posts()) {
            Counters before = Counters.UNKNOWN;
            for (Reading reading : readings) {
                addReading(facts, before, reading, days);
                before = reading.reached();
            }
            Instant published = facts.publishedAt();
            countPost(facts, published == null ? readings.getFirst().snapshot().takenAt() : published, days);
        }
        if (timeline.posts().isEmpty() && facts.publishedAt() != null) {
            countPost(facts, facts.publishedAt(), days);
        }
    }

    private void addReading(Facts facts, Counters before, Reading reading, Map<LocalDate, DayResult> days) {
        Instant takenAt = reading.snapshot().takenAt();
        Source source = reading.snapshot().provenance() == Provenance.PARTNER ? Source.PARTNER : Source.UPLOAD;
        Function<Function<Counters, @Nullable Long>, Measured> added =
                counter -> DayResult.counter(
                        increment(counter.apply(before), counter.apply(reading.reached())), source, takenAt);
        Additions more = new Additions(facts.currency());
        more.views = added.apply(Counters::views);
        more.reads = added.apply(Counters::reads);
        more.likes = added.apply(Counters::likes);
        more.comments = added.apply(Counters::comments);
        more.shares = added.apply(Counters::shares);
        more.saves = added.apply(Counters::saves);
        more.engagements = added.apply(Counters::engagements);
        long viral = (isViral(reading.reached()) ? 1 : 0) - (isViral(before) ? 1 : 0);
        more.viralPosts = Measured.of(viral, source, takenAt);
        add(days, dayOf(takenAt), more);
    }

    private void countPost(Facts facts, Instant at, Map<LocalDate, DayResult> days) {
        Additions more = new Additions(facts.currency());
        more.posts = Measured.of(1, Source.BOOKED, at);
        add(days, dayOf(at), more);
    }

    private boolean isViral(Counters counters) {
        Long engagements = counters.engagements();
        return engagements != null && engagements > viralThreshold;
    }

    private void addClicks(Facts facts, Map<LocalDate, DayResult> days) {
        for (Facts.DayOfClicks clicks : facts.clicks()) {
            Additions more = new Additions(facts.currency());
            more.clicks = Measured.of(clicks.people(), Source.TRACKED, clicks.latest());
            more.botClicks = Measured.of(clicks.machines(), Source.TRACKED, clicks.latest());
            add(days, clicks.day(), more);
        }
    }

    private void addOrders(Facts facts, Map<LocalDate, DayResult> days) {
        for (Facts.Order order : facts.orders()) {
            if (!order.state().wasPaid()
                    || !order.receipts().paid().currency().equals(facts.currency())) {
                continue;
            }
            LocalDate day = dayOf(order.happenedAt());
            Optional<Money> contribution = MarginPolicy.contribution(
                    order.receipts().net(), order.importedMargin(), day, facts.marginRates());
            Additions more = new Additions(facts.currency());
            more.orders = Measured.of(order.state().counts() ? 1 : 0, Source.SHOP, order.asOf());
            more.paid = Measured.of(order.receipts().gross().amountMinor(), Source.SHOP, order.asOf());
            more.refunded = Measured.of(order.receipts().refunded().amountMinor(), Source.SHOP, order.asOf());
            more.contribution =
                    Measured.of(contribution.map(Money::amountMinor).orElse(0L), Source.SHOP, order.asOf());
            more.ordersWithoutMargin = contribution.isPresent() ? 0 : 1;
            add(days, day, more);
        }
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static @Nullable Long increment(@Nullable Long before, @Nullable Long after) {
        if (after == null) {
            return null;
        }
        return before == null ? after : Long.valueOf(after - before);
    }

    private static void add(Map<LocalDate, DayResult> days, LocalDate day, Additions more) {
        days.compute(
                day,
                (key, sofar) -> (sofar == null ? DayResult.empty(day, more.currency) : sofar).plus(more.totals()));
    }

    /** What one fact adds; everything that is not set adds nothing. */
    private static final class Additions {
        private final String currency;
        private Measured giftCost = Measured.of(0, Source.BOOKED, null);
        private Measured shipping = Measured.of(0, Source.BOOKED, null);
        private Measured fees = Measured.of(0, Source.BOOKED, null);
        private Measured posts = Measured.of(0, Source.BOOKED, null);
        private Measured viralPosts = Measured.of(0, Source.UPLOAD, null);
        private Measured views = Measured.unknown(Source.UPLOAD);
        private Measured reads = Measured.unknown(Source.UPLOAD);
        private Measured likes = Measured.unknown(Source.UPLOAD);
        private Measured comments = Measured.unknown(Source.UPLOAD);
        private Measured shares = Measured.unknown(Source.UPLOAD);
        private Measured saves = Measured.unknown(Source.UPLOAD);
        private Measured engagements = Measured.unknown(Source.UPLOAD);
        private Measured clicks = Measured.of(0, Source.TRACKED, null);
        private Measured botClicks = Measured.of(0, Source.TRACKED, null);
        private Measured orders = Measured.of(0, Source.SHOP, null);
        private Measured paid = Measured.of(0, Source.SHOP, null);
        private Measured refunded = Measured.of(0, Source.SHOP, null);
        private Measured contribution = Measured.of(0, Source.SHOP, null);
        private long ordersWithoutMargin;

        private Additions(String currency) {
            this.currency = currency;
        }

        private Totals totals() {
            return new Totals(
                    currency,
                    giftCost,
                    shipping,
                    fees,
                    posts,
                    viralPosts,
                    views,
                    reads,
                    likes,
                    comments,
                    shares,
                    saves,
                    engagements,
                    Measured.unknown(Source.REGISTRY),
                    clicks,
                    botClicks,
                    orders,
                    paid,
                    refunded,
                    contribution,
                    ordersWithoutMargin);
        }
    }
}
