package org.kolsuite.reporting.formula.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.kolsuite.contracts.money.Money;

/**
 * Everything that formulas read, summed over a day, a campaign, a KOL or whatever a report groups by.
 *
 * @param currency of every amount; totals of two currencies are never summed
 * @param known the quantities that facts say something about, money in minor units
 */
public record Totals(String currency, Map<Quantity, Measured> known) {

    public Totals {
        known = known.isEmpty() ? Map.of() : Map.copyOf(known);
    }

    public static Totals none(String currency) {
        return new Totals(currency, Map.of());
    }

    public Measured of(Quantity quantity) {
        return known.getOrDefault(quantity, quantity.none());
    }

    /** These totals and one quantity more. */
    public Totals adding(Quantity quantity, Measured more) {
        Map<Quantity, Measured> sum = new EnumMap<>(Quantity.class);
        sum.putAll(known);
        sum.merge(quantity, more, Measured::plus);
        return new Totals(currency, sum);
    }

    public Totals adding(Quantity quantity, long more, Source source, Instant asOf) {
        return adding(quantity, Measured.of(more, source, asOf));
    }

    /** @throws org.kolsuite.contracts.money.CurrencyMismatch when the currencies differ */
    public Totals plus(Totals other) {
        Money.zero(currency).plus(Money.zero(other.currency));
        Map<Quantity, Measured> sum = new EnumMap<>(Quantity.class);
        sum.putAll(known);
        other.known.forEach((quantity, more) -> sum.merge(quantity, more, Measured::plus));
        return new Totals(currency, sum);
    }

    /** Paid minus refunded. Paid is before refunds: a column that was already net was grossed up when it was read. */
    public Measured netRevenue() {
        return of(Quantity.PAID).plus(of(Quantity.REFUNDED).negated());
    }
}
