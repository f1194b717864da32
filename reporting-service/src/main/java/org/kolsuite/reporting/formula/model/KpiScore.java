package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a set of targets was reached: the weighted mean of actual / target (target / actual where lower is better), each
 * capped. A term without an actual value is left out of the mean and lowers the coverage, never the score.
 *
 * @param value 1 is everything reached; null when no term has an actual value
 * @param coverage share of the weight that has an actual value, 0 to 1
 */
public record KpiScore(@Nullable BigDecimal value, BigDecimal coverage, List<Reached> terms) {
    private static final int SCALE = 6;

    /**
     * One target.
     *
     * @param actual null when it can't be computed
     * @param target above zero
     * @param weight above zero
     */
    public record Term(
            String metric, @Nullable BigDecimal actual, BigDecimal target, BigDecimal weight, Better better) {
        public Term {
            if (target.signum() <= 0 || weight.signum() <= 0) {
                throw new IllegalArgumentException("target and weight of " + metric + " must be above zero");
            }
        }
    }

    /** @param ratio capped; null when the actual value is unknown */
    public record Reached(Term term, @Nullable BigDecimal ratio) {}

    public static KpiScore of(List<Term> terms, BigDecimal cap) {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal known = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        List<Reached> reached = terms.stream()
                .map(term -> new Reached(term, ratioOf(term, cap)))
                .toList();
        for (Reached one : reached) {
            all = all.add(one.term().weight());
            if (one.ratio() != null) {
                known = known.add(one.term().weight());
                weighted = weighted.add(one.ratio().multiply(one.term().weight()));
            }
        }
        return new KpiScore(
                known.signum() == 0 ? null : weighted.divide(known, SCALE, RoundingMode.HALF_EVEN),
                all.signum() == 0 ? BigDecimal.ZERO : known.divide(all, SCALE, RoundingMode.HALF_EVEN),
                reached);
    }

    /** actual / target, inverted when lower is better, between zero and the cap; null when the actual is unknown. */
    public static @Nullable BigDecimal ratioOf(Term term, BigDecimal cap) {
        BigDecimal actual = term.actual();
        if (actual == null) {
            return null;
        }
        BigDecimal ratio = switch (term.better()) {
            case HIGHER, NEITHER -> actual.divide(term.target(), 10, RoundingMode.HALF_EVEN);
            case LOWER -> actual.signum() <= 0 ? cap : term.target().divide(actual, 10, RoundingMode.HALF_EVEN);
        };
        return ratio.max(BigDecimal.ZERO).min(cap).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
