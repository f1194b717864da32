package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * What an organisation says that an interaction is worth in earned media. A convention, not a fact: versioned, shown as an
 * estimate, and never part of ROI.
 *
 * @param version of these rates
 * @param ratesMajor major units of the currency for each counted thing
 */
public record EmvRates(String version, String currency, Map<Counter, BigDecimal> ratesMajor) {

    /** What a rate can be given for. */
    public enum Counter {
        VIEWS,
        LIKES,
        COMMENTS,
        SHARES,
        SAVES
    }

    public EmvRates {
        ratesMajor = Map.copyOf(ratesMajor);
    }

    /** The worked example of the domain handbook (0.30, 0.50, 0.05), read as likes, comments and saves in yuan. */
    public static EmvRates defaults() {
        return new EmvRates(
                "default-1",
                "CNY",
                Map.of(
                        Counter.LIKES, new BigDecimal("0.30"),
                        Counter.COMMENTS, new BigDecimal("0.50"),
                        Counter.SAVES, new BigDecimal("0.05")));
    }

    /** Minor units; null when none of the counters that have a rate is known. */
    @Nullable BigDecimal valueOf(Totals totals) {
        BigDecimal sum = null;
        for (Map.Entry<Counter, BigDecimal> rate : ratesMajor.entrySet()) {
            Long count = counted(rate.getKey(), totals).value();
            if (count != null) {
                BigDecimal part = rate.getValue().multiply(BigDecimal.valueOf(count));
                sum = sum == null ? part : sum.add(part);
            }
        }
        return sum == null ? null : sum.movePointRight(Money.minorUnitDigits(currency));
    }

    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        new TreeMap<>(ratesMajor)
                .forEach((counter, rate) -> inputs.add(new Input(
                        "rate " + counter.name().toLowerCase(java.util.Locale.ROOT) + " (rates " + version + ")",
                        rate.movePointRight(Money.minorUnitDigits(currency)),
                        Unit.MONEY,
                        Source.CONFIGURED,
                        null)));
        return inputs;
    }

    private static Measured counted(Counter counter, Totals totals) {
        return switch (counter) {
            case VIEWS -> totals.views();
            case LIKES -> totals.likes();
            case COMMENTS -> totals.comments();
            case SHARES -> totals.shares();
            case SAVES -> totals.saves();
        };
    }
}
