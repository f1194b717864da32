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
 * @param ratesMajor major units of the currency for each one of a counted quantity
 */
public record EmvRates(String version, String currency, Map<Quantity, BigDecimal> ratesMajor) {

    public EmvRates {
        ratesMajor = Map.copyOf(ratesMajor);
    }

    /** Minor units; null when none of the counters that have a rate is known. */
    @Nullable
    BigDecimal valueOf(Totals totals) {
        BigDecimal sum = null;
        for (Map.Entry<Quantity, BigDecimal> rate : ratesMajor.entrySet()) {
            Long count = totals.of(rate.getKey()).value();
            if (count != null) {
                BigDecimal part = rate.getValue().multiply(BigDecimal.valueOf(count));
                sum = sum == null ? part : sum.add(part);
            }
        }
        return sum == null ? null : sum.movePointRight(Money.minorUnitDigits(currency));
    }

    List<Input> inputs(Totals totals) {
        List<Input> inputs = new ArrayList<>();
        new TreeMap<>(ratesMajor).forEach((quantity, rate) -> {
            inputs.add(Formulas.input(quantity, totals));
            inputs.add(new Input(
                    "rate of " + quantity.label() + " (" + version + ")",
                    rate.movePointRight(Money.minorUnitDigits(currency)),
                    Unit.MONEY,
                    Source.CONFIGURED,
                    null));
        });
        return inputs;
    }
}
