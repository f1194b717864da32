package org.kolsuite.registry.audit.model;

import org.jspecify.annotations.Nullable;

/**
 * What one signal says about an account, with everything needed to check it.
 *
 * @param value the measured value; null when data is missing
 * @param threshold what the value was held against, as a sentence's number
 * @param unit what value and threshold count, for example {@code likes per comment}
 * @param source who says that the threshold means something
 * @param sampleSize how many values went in
 * @param severity 0 (nothing) to 1 (as bad as it gets)
 * @param weight points of 100 at severity 1
 * @param explanation one English sentence with the numbers in it
 */
public record Finding(
        Signal signal,
        Outcome outcome,
        @Nullable Double value,
        @Nullable Double threshold,
        String unit,
        String source,
        int sampleSize,
        double severity,
        int weight,
        String explanation) {

    /** Whether a signal speaks, and how. */
    public enum Outcome {
        CLEAR,
        SUSPICIOUS,
        /** The data it needs isn't there: lowers confidence, never the score. */
        MISSING
    }

    /** Points that the finding takes off the score. */
    public double penalty() {
        return weight * severity;
    }
}
