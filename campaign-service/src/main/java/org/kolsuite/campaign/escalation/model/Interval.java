package org.kolsuite.campaign.escalation.model;

/**
 * A 95 % confidence interval.
 *
 * @param method how it was computed, for a reader who wants to check it
 */
public record Interval(double low, double high, String method) {
    /** The two-sided 95 % quantile of the standard normal distribution. */
    private static final double Z = 1.959964;

    /**
     * Around a count of independent events, by Byar's approximation of the exact Poisson interval (Breslow and Day, 1987,
     * eq. 2.13): within a percent of exact from 5 events on.
     */
    public static Interval ofCount(long count) {
        double n = count;
        double low = n == 0 ? 0 : n * Math.pow(1 - 1 / (9 * n) - Z / (3 * Math.sqrt(n)), 3);
        double m = n + 1;
        double high = m * Math.pow(1 - 1 / (9 * m) + Z / (3 * Math.sqrt(m)), 3);
        return new Interval(Math.max(0, low), high, "Poisson, Byar");
    }

    /** Around a share of trials, by Wilson (1927), which behaves at small numbers and at 0 and 1. */
    public static Interval ofShare(long hits, long trials) {
        if (trials == 0) {
            return new Interval(0, 1, "Wilson");
        }
        double n = trials;
        double p = hits / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale), "Wilson");
    }

    public Interval times(double factor) {
        return new Interval(low * factor, high * factor, method);
    }

    /** A fixed amount divided by what this interval is about: few events make it dear, so the ends swap. */
    public Interval dividing(double amount) {
        return new Interval(amount / high, low == 0 ? Double.MAX_VALUE : amount / low, method);
    }
}
