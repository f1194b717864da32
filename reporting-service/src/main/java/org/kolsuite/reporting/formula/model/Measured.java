package org.kolsuite.reporting.formula.model;

import java.time.Instant;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number of things together with where it came from and how old it is. Unknown isn't zero: a platform that does not
 * report saves leaves them null.
 *
 * @param value null when no source gave one
 * @param asOf time of the newest fact that went in; null when there is none
 */
public record Measured(
        @Nullable Long value, Source source, @Nullable Instant asOf) {

    public static Measured of(long value, Source source, @Nullable Instant asOf) {
        return new Measured(value, source, asOf);
    }

    /** The sum of what is known of both; unknown only when both are. */
    public Measured plus(Measured other) {
        Long sum = either(value, other.value, Math::addExact);
        Instant newest = either(asOf, other.asOf, (a, b) -> a.isAfter(b) ? a : b);
        return new Measured(sum, sourceOf(other), newest);
    }

    public Measured negated() {
        return value == null ? this : new Measured(Math.negateExact(value), source, asOf);
    }

    private Source sourceOf(Measured other) {
        if (source == other.source || other.value == null) {
            return source;
        }
        return value == null ? other.source : Source.MIXED;
    }

    private static <T> @Nullable T either(@Nullable T a, @Nullable T b, BinaryOperator<T> both) {
        if (a == null) {
            return b;
        }
        return b == null ? a : both.apply(a, b);
    }
}
