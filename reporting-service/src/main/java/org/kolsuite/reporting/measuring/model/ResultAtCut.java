package org.kolsuite.reporting.measuring.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.PostTimeline;
import org.kolsuite.reporting.metrics.model.PostTimeline.Reading;
import org.kolsuite.reporting.report.model.Facts;

/**
 * What had happened by the cut, whenever we learnt of it.
 *
 * @param snapshotAt the newest snapshot that was used; the cut itself when there was none
 */
public record ResultAtCut(
        int daysAfter,
        @Nullable Long views,
        @Nullable Long engagements,
        @Nullable Long saves,
        long orders,
        Money netRevenue,
        Instant snapshotAt) {

    /** The days after publishing at which a result is measured. */
    public static final List<Integer> DAYS_AFTER = List.of(7, 21);

    /** When the result of a post that went live then is due. */
    public static Instant dueAt(Instant publishedAt, int daysAfter) {
        return publishedAt.plus(Duration.ofDays(daysAfter));
    }

    public static ResultAtCut measure(Facts facts, Instant publishedAt, int daysAfter) {
        Instant cut = dueAt(publishedAt, daysAfter);
        List<Reading> posts = PostTimeline.of(facts.snapshots()).at(cut);
        List<Facts.Order> orders = facts.orders().stream()
                .filter(order -> order.state().wasPaid() && !order.happenedAt().isAfter(cut))
                .filter(order -> order.receipts().paid().currency().equals(facts.currency()))
                .toList();
        return new ResultAtCut(
                daysAfter,
                sum(posts, Counters::views),
                sum(posts, Counters::engagements),
                sum(posts, Counters::saves),
                orders.stream().filter(order -> order.state().counts()).count(),
                orders.stream().map(order -> order.receipts().net()).reduce(Money.zero(facts.currency()), Money::plus),
                posts.stream()
                        .map(reading -> reading.snapshot().takenAt())
                        .max(Instant::compareTo)
                        .orElse(cut));
    }

    private static @Nullable Long sum(List<Reading> posts, Function<Counters, @Nullable Long> counter) {
        Long sum = null;
        for (Reading post : posts) {
            Long value = counter.apply(post.reached());
            if (value != null) {
                sum = sum == null ? value : Long.valueOf(sum + value);
            }
        }
        return sum;
    }
}
