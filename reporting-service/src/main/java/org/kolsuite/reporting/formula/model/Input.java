package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number that went into a figure.
 *
 * @param name for example {@code giftProductCost}
 * @param value null when it is unknown, which is why a figure may not be computable
 * @param asOf the time of the newest fact behind the number; null when there is none
 */
public record Input(
        String name,
        @Nullable BigDecimal value,
        Unit unit,
        Source source,
        @Nullable Instant asOf) {}
