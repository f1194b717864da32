package org.kolsuite.reporting.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Quantity;
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
 * @param viralThreshold engagements above which a post counts as viral
 */
public record ResultFold(ZoneId zone, long viralThreshold) {
    private static final Map<Quantity, Function<Counters, @Nullable Long>> COUNTERS = Map.of(
            Quantity.VIEWS, Counters::views,
            Quantity.READS, Counters::reads,
            Quantity.LIKES, Counters::likes,
            Quantity.COMMENTS, Counters::comments,
            Quantity.SHARES, Counters::shares,
            Quantity.SAVES, Counters::saves,
            Quantity.ENGAGEMENTS, Counters::engagements);

    /** @return results by day, oldest first; a day without facts is absent */
    public List<DayResult> fold(Facts facts) {
        Days days = new Days(facts.currency(), zone);
        facts.costs().forEach(cost -> addCost(cost, days));
        facts.payments().forEach(payment -> addPayment(payment, days));
        addPosts(facts, days);
        facts.clicks().forEach(clicks -> addClicks(clicks, days));
        facts.orders().forEach(order -> addOrder(order, facts, days));
        return days.results();
    }

    private void addCost(Facts.Cost cost, Days days) {
        if (days.holds(cost.amount())) {
            days.add(cost.happenedAt(), cost.kind().quantity(), cost.amount().amountMinor(), Source.BOOKED);
        }
    }

    private void addPayment(Facts.Payment payment, Days days) {
        if (days.holds(payment.amount())) {
            days.add(payment.happenedAt(), Quantity.CASH_PAID, payment.amount().amountMinor(), Source.BOOKED);
        }
    }

    private void addPosts(Facts facts, Days days) {
        PostTimeline timeline = PostTimeline.of(facts.snapshots());
        Instant published = facts.publishedAt();
        if (timeline.posts().isEmpty() && published != null) {
            days.add(published, Quantity.POSTS, 1, Source.BOOKED);
        }
        for (List<Reading> readings : timeline.posts()) {
            Instant firstSeen = readings.getFirst().snapshot().takenAt();
            days.add(published == null ? firstSeen : published, Quantity.POSTS, 1, Source.BOOKED);
            Counters before = Counters.UNKNOWN;
            for (Reading reading : readings) {
                addReading(before, reading, days);
                before = reading.reached();
            }
        }
    }

    private void addReading(Counters before, Reading reading, Days days) {
        Instant takenAt = reading.snapshot().takenAt();
        Source source = reading.snapshot().provenance() == Provenance.PARTNER ? Source.PARTNER : Source.UPLOAD;
        COUNTERS.forEach((quantity, counter) -> {
            Long after = counter.apply(reading.reached());
            Long sofar = counter.apply(before);
            if (after != null) {
                days.add(takenAt, quantity, after - (sofar == null ? 0 : sofar), source);
            }
        });
        long viral = (isViral(reading.reached()) ? 1 : 0) - (isViral(before) ? 1 : 0);
        if (viral != 0) {
            days.add(takenAt, Quantity.VIRAL_POSTS, viral, source);
        }
    }

    private boolean isViral(Counters counters) {
        Long engagements = counters.engagements();
        return engagements != null && engagements > viralThreshold;
    }

    private static void addClicks(Facts.DayOfClicks clicks, Days days) {
        days.add(clicks.day(), Quantity.CLICKS, clicks.people(), Source.TRACKED, clicks.latest());
        days.add(clicks.day(), Quantity.BOT_CLICKS, clicks.machines(), Source.TRACKED, clicks.latest());
    }

    private void addOrder(Facts.Order order, Facts facts, Days days) {
        if (!order.state().wasPaid() || !days.holds(order.receipts().paid())) {
            return;
        }
        LocalDate day = order.happenedAt().atZone(zone).toLocalDate();
        Optional<Money> contribution =
                MarginPolicy.contribution(order.receipts().net(), order.importedMargin(), day, facts.marginRates());
        Map<Quantity, Long> added = Map.of(
                Quantity.ORDERS, order.state().counts() ? 1L : 0L,
                Quantity.PAID, order.receipts().gross().amountMinor(),
                Quantity.REFUNDED, order.receipts().refunded().amountMinor(),
                Quantity.CONTRIBUTION, contribution.map(Money::amountMinor).orElse(0L),
                Quantity.ORDERS_WITHOUT_MARGIN, contribution.isPresent() ? 0L : 1L);
        added.forEach((quantity, more) -> days.add(day, quantity, more, Source.SHOP, order.asOf()));
    }

    /** The days so far. Grows in place: a fold adds thousands of times. */
    private record Days(String currency, ZoneId zone, Map<LocalDate, Map<Quantity, Measured>> added) {
        Days(String currency, ZoneId zone) {
            this(currency, zone, new TreeMap<>());
        }

        /** A campaign and its fees share one currency; an amount in another can't be added without a rate. */
        boolean holds(Money amount) {
            return amount.currency().equals(currency);
        }

        void add(Instant at, Quantity quantity, long more, Source source) {
            add(at.atZone(zone).toLocalDate(), quantity, more, source, at);
        }

        void add(LocalDate day, Quantity quantity, long more, Source source, Instant asOf) {
            added.computeIfAbsent(day, first -> new EnumMap<>(Quantity.class))
                    .merge(quantity, Measured.of(more, source, asOf), Measured::plus);
        }

        List<DayResult> results() {
            return added.entrySet().stream()
                    .map(day -> new DayResult(day.getKey(), new Totals(currency, day.getValue())))
                    .toList();
        }
    }
}
