package org.kolsuite.reporting.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.orders.model.MarginPolicy.DatedRate;
import org.kolsuite.reporting.orders.model.OrderState;
import org.kolsuite.reporting.orders.model.Receipts;

/**
 * Everything that is known of one collaboration (or of a campaign's costs that belong to no collaboration), in any order.
 *
 * @param currency of the campaign
 * @param publishedAt when the post went live; null until then
 * @param marginRates of the collaboration's product
 */
public record Facts(
        String currency,
        @Nullable Instant publishedAt,
        List<Cost> costs,
        List<Payment> payments,
        List<Snapshot> snapshots,
        List<DayOfClicks> clicks,
        List<Order> orders,
        List<DatedRate> marginRates) {

    /** A cost as it was booked; a negative amount takes an earlier one back. */
    public record Cost(CostKind kind, Money amount, Instant happenedAt) {}

    /** Money that left the bank, or came back with a negative amount. */
    public record Payment(Money amount, Instant happenedAt) {}

    /**
     * The clicks of one day.
     *
     * @param people clicks of people
     * @param machines clicks of bots, prefetches and link checkers
     */
    public record DayOfClicks(LocalDate day, long people, long machines, Instant latest) {}

    /**
     * An order that counts for this collaboration.
     *
     * @param importedMargin contribution as the shop's report gives it, or null
     * @param asOf of the shop's report
     */
    public record Order(
            OrderState state, Receipts receipts, @Nullable Money importedMargin, Instant happenedAt, Instant asOf) {}
}
