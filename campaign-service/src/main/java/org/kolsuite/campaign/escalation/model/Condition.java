package org.kolsuite.campaign.escalation.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for paying.
 *
 * @param threshold minor units of the campaign's currency for {@code ATTRIBUTED_GMV} and {@code CPE}, 0 to 1 for {@code
 *     VIRAL_RATE}, 0 to 100 for {@code AUDIT_SCORE}, else a count
 * @param viralFrom how many engagements make a post viral; only for {@code VIRAL_RATE}
 */
public record Condition(
        Metric metric, BigDecimal threshold, @Nullable Integer viralFrom) {

    /** What can be looked at. */
    public enum Metric {
        /** Net revenue of the attributed orders. */
        ATTRIBUTED_GMV,
        ORDERS,
        /** The gift's cost per engagement: the one where less is better. */
        CPE,
        /** Share of this account's measured posts over the viral threshold. */
        VIRAL_RATE,
        SAVES,
        AUDIT_SCORE;

        public boolean lowerIsBetter() {
            return this == CPE;
        }
    }

    public Condition {
        if (threshold.signum() < 0) {
            throw new EscalationRefusals.ThresholdOutOfRange(metric, threshold);
        }
        if (metric == Metric.VIRAL_RATE && threshold.compareTo(BigDecimal.ONE) > 0
                || metric == Metric.AUDIT_SCORE && threshold.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new EscalationRefusals.ThresholdOutOfRange(metric, threshold);
        }
        if (metric == Metric.VIRAL_RATE && (viralFrom == null || viralFrom < 1)) {
            throw new EscalationRefusals.ViralThresholdMissing();
        }
    }

    /** Exactly, as money and counts are compared. */
    boolean holdsFor(BigDecimal value) {
        return holdsForShare(value, BigDecimal.ONE);
    }

    /** Whether {@code part / whole} satisfies it, without dividing; the whole is more than zero. */
    boolean holdsForShare(BigDecimal part, BigDecimal whole) {
        int compared = part.compareTo(threshold.multiply(whole));
        return metric.lowerIsBetter() ? compared <= 0 : compared >= 0;
    }

    /** Roughly, as the ends of an interval are, which are estimates. */
    boolean holdsFor(double value) {
        return metric.lowerIsBetter() ? value <= threshold.doubleValue() : value >= threshold.doubleValue();
    }

    /** Whether even the worse end of the interval would do. */
    boolean holdsFor(Interval interval) {
        return holdsFor(metric.lowerIsBetter() ? interval.high() : interval.low());
    }
}
