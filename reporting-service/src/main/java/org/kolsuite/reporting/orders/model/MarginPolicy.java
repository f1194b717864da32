package org.kolsuite.reporting.orders.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** How much of the revenue is contribution. */
public final class MarginPolicy {
    private MarginPolicy() {}

    /** @param rate contribution per unit of net revenue, valid from that day on */
    public record DatedRate(LocalDate from, BigDecimal rate) {}

    /** The rate with the latest day on or before the order's day. */
    public static Optional<BigDecimal> rateOn(LocalDate day, List<DatedRate> rates) {
        return rates.stream()
                .filter(rate -> !rate.from().isAfter(day))
                .max(Comparator.comparing(DatedRate::from))
                .map(DatedRate::rate);
    }

    /** The imported margin where the report has one, else net revenue x the rate on that day; empty without a rate. */
    public static Optional<Money> contribution(
            Money net, @Nullable Money imported, LocalDate day, List<DatedRate> rates) {
        if (imported != null) {
            return Optional.of(imported);
        }
        return rateOn(day, rates).map(net::times);
    }
}
