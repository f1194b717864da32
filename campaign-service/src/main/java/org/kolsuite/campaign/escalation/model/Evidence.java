package org.kolsuite.campaign.escalation.model;

import org.jspecify.annotations.Nullable;

/**
 * How one condition looks against the facts.
 *
 * @param value what was measured, in the condition's unit; null when nothing was
 * @param interval around it; null where the value is no sample (an audit score) or there is none
 * @param sampleSize how many events or posts the value rests on
 * @param source where it comes from, in words
 */
public record Evidence(
        Condition condition,
        @Nullable Double value,
        @Nullable Interval interval,
        long sampleSize,
        String source,
        Verdict verdict) {

    /** What the evidence says. */
    public enum Verdict {
        /** Also the worse end of the interval satisfies the condition. */
        CLEARLY_MET,
        /** The value does, the interval crosses the threshold. */
        MET,
        NOT_MET,
        /** Nothing was measured: missing data is no verdict. */
        UNKNOWN
    }
}
