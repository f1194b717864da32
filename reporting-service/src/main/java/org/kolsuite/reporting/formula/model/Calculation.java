package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.Figure.Computed;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;
import org.kolsuite.reporting.formula.model.Figure.Reason;

/** A calculation under way: its inputs, and then either a value or the reason why there is none. Rounds once, at the end. */
record Calculation(List<Input> inputs, @Nullable BigDecimal value, Reason reason, String because) {
    private static final int MONEY_SCALE = 4;
    private static final int RATIO_SCALE = 6;
    private static final int WORKING_SCALE = 12;

    static Calculation with(List<Input> inputs) {
        return new Calculation(List.copyOf(inputs), null, Reason.INPUT_UNKNOWN, "nothing was calculated");
    }

    Calculation and(List<Input> more) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(more);
        return new Calculation(List.copyOf(all), value, reason, because);
    }

    /** The result; null because an input is unknown. */
    Calculation gives(@Nullable BigDecimal result) {
        return result == null
                ? givesNothing(Reason.INPUT_UNKNOWN, "no source has given " + unknownInputs())
                : new Calculation(inputs, result, reason, "");
    }

    Calculation divides(@Nullable BigDecimal dividend, @Nullable BigDecimal divisor, String whenZero) {
        if (dividend == null || divisor == null) {
            return gives(null);
        }
        return divisor.signum() == 0
                ? givesNothing(Reason.NOTHING_TO_DIVIDE_BY, whenZero)
                : gives(dividend.divide(divisor, WORKING_SCALE, RoundingMode.HALF_EVEN));
    }

    Calculation givesNothing(Reason why, String words) {
        return new Calculation(inputs, null, why, words);
    }

    Figure figure(Formula formula, String currency) {
        if (value == null) {
            return new NotComputable(formula, reason, because, inputs);
        }
        return switch (formula.unit()) {
            case MONEY -> new Computed(formula, rounded(value, MONEY_SCALE), currency, inputs);
            case RATIO -> new Computed(formula, rounded(value, RATIO_SCALE), null, inputs);
            case COUNT -> new Computed(formula, rounded(value, 0), null, inputs);
        };
    }

    private String unknownInputs() {
        return String.join(
                ", ",
                inputs.stream()
                        .filter(input -> input.value() == null)
                        .map(Input::name)
                        .toList());
    }

    private static BigDecimal rounded(BigDecimal value, int scale) {
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
