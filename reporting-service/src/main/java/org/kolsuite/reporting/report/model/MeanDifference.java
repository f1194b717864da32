package org.kolsuite.reporting.report.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one mean is above another, with a 95 % interval (Welch's, which does not assume equal spread). No verdict is
 * given when the interval crosses zero, or when a side has fewer than two.
 *
 * @param difference mean of what is compared minus mean of the base; null when a side is empty
 * @param low of the interval; null when a side has fewer than two
 */
public record MeanDifference(
        int baseCount,
        @Nullable BigDecimal baseMean,
        int comparedCount,
        @Nullable BigDecimal comparedMean,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Verdict verdict) {

    /** What the interval allows to say. */
    public enum Verdict {
        HIGHER,
        LOWER,
        /** The interval crosses zero. */
        UNDECIDED,
        TOO_FEW
    }

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;
    private static final int SCALE = 4;

    /** Two-sided 97.5 % quantiles of Student's t by degrees of freedom, 1 to 30. */
    private static final String[] T = {
        "12.706", "4.303", "3.182", "2.776", "2.571", "2.447", "2.365", "2.306", "2.262", "2.228", "2.201", "2.179",
        "2.160", "2.145", "2.131", "2.120", "2.110", "2.101", "2.093", "2.086", "2.080", "2.074", "2.069", "2.064",
        "2.060", "2.056", "2.052", "2.048", "2.045", "2.042"
    };

    private static final BigDecimal T_OF_MANY = new BigDecimal("1.960");

    /** @param base what is compared with; @param compared what is compared */
    public static MeanDifference between(List<BigDecimal> base, List<BigDecimal> compared) {
        BigDecimal baseMean = mean(base);
        BigDecimal comparedMean = mean(compared);
        if (baseMean == null || comparedMean == null) {
            return new MeanDifference(
                    base.size(),
                    rounded(baseMean),
                    compared.size(),
                    rounded(comparedMean),
                    null,
                    null,
                    null,
                    Verdict.TOO_FEW);
        }
        BigDecimal difference = comparedMean.subtract(baseMean);
        if (base.size() < 2 || compared.size() < 2) {
            return new MeanDifference(
                    base.size(),
                    rounded(baseMean),
                    compared.size(),
                    rounded(comparedMean),
                    rounded(difference),
                    null,
                    null,
                    Verdict.TOO_FEW);
        }
        BigDecimal baseError = squaredError(base, baseMean);
        BigDecimal comparedError = squaredError(compared, comparedMean);
        BigDecimal half = tQuantile(baseError, base.size(), comparedError, compared.size())
                .multiply(baseError.add(comparedError).sqrt(EXACT_ENOUGH));
        BigDecimal low = difference.subtract(half);
        BigDecimal high = difference.add(half);
        return new MeanDifference(
                base.size(),
                rounded(baseMean),
                compared.size(),
                rounded(comparedMean),
                rounded(difference),
                rounded(low),
                rounded(high),
                verdict(low, high));
    }

    private static Verdict verdict(BigDecimal low, BigDecimal high) {
        if (low.signum() > 0) {
            return Verdict.HIGHER;
        }
        return high.signum() < 0 ? Verdict.LOWER : Verdict.UNDECIDED;
    }

    private static @Nullable BigDecimal mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), EXACT_ENOUGH);
    }

    /** Variance of the mean. */
    private static BigDecimal squaredError(List<BigDecimal> values, BigDecimal mean) {
        BigDecimal sum =
                values.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        long n = values.size();
        return sum.divide(BigDecimal.valueOf((n - 1) * n), EXACT_ENOUGH);
    }

    /** By the Welch-Satterthwaite degrees of freedom, rounded down. */
    private static BigDecimal tQuantile(
            BigDecimal baseError, int baseCount, BigDecimal comparedError, int comparedCount) {
        BigDecimal below = baseError
                .pow(2)
                .divide(BigDecimal.valueOf(baseCount - 1L), EXACT_ENOUGH)
                .add(comparedError.pow(2).divide(BigDecimal.valueOf(comparedCount - 1L), EXACT_ENOUGH));
        if (below.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int freedom = baseError
                .add(comparedError)
                .pow(2)
                .divide(below, EXACT_ENOUGH)
                .setScale(0, RoundingMode.DOWN)
                .intValue();
        return freedom > T.length ? T_OF_MANY : new BigDecimal(T[Math.max(freedom, 1) - 1]);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
