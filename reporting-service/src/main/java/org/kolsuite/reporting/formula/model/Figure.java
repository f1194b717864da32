package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number with its explanation, or the reason why there is none. A figure is never a division by zero. */
public sealed interface Figure {
    Formula formula();

    /** What went in, also when nothing could come out. */
    List<Input> inputs();

    /**
     * @param value in the formula's unit: for {@link Unit#MONEY} minor units of the currency
     * @param currency ISO 4217; null unless the unit is money
     */
    record Computed(
            Formula formula, BigDecimal value, @Nullable String currency, List<Input> inputs) implements Figure {}

    /**
     * @param reason a stable code
     * @param because one sentence for a person, without the words "not computable because"
     */
    record NotComputable(Formula formula, Reason reason, String because, List<Input> inputs) implements Figure {}

    /** Why a figure can't be computed. */
    enum Reason {
        /** The divisor is zero: no clicks, no orders, nothing spent. */
        NOTHING_TO_DIVIDE_BY,
        /** An input is unknown, which isn't the same as zero. */
        INPUT_UNKNOWN,
        /** An order's product has no margin rate on that day. */
        NO_MARGIN_RATE,
        /** The organisation has not set what the formula needs. */
        NOT_CONFIGURED
    }

    /** The value, or null when there is none. */
    default @Nullable BigDecimal valueOrNull() {
        return switch (this) {
            case Computed computed -> computed.value();
            case NotComputable none -> null;
        };
    }
}
