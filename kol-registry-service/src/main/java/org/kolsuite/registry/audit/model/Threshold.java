package org.kolsuite.registry.audit.model;

/**
 * Where a signal becomes suspicious; a default in configuration with a named source.
 *
 * @param limit the value from which the signal is suspicious
 * @param severe the value from which its severity is 1; between the two it grows in proportion
 * @param weight how many points of 100 the signal takes away at severity 1
 * @param minSample how many values it takes to say anything
 * @param source who says so, for people
 */
public record Threshold(double limit, double severe, int weight, int minSample, String source) {
    /** 0 up to the limit, 1 from {@code severe} on, linear between. Works in both directions. */
    public double severity(double value) {
        double share = (value - limit) / (severe - limit);
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }
}
