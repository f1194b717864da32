package org.kolsuite.registry.audit.model;

import java.util.List;

/**
 * A population's values, described so that outliers in it do not move the description: median and median absolute
 * deviation of the logarithms, since rates spread by factors rather than by differences.
 *
 * @param size how many positive values it was made of
 */
public record Distribution(int size, double logMedian, double logMad) {

    /** Ignores values that are not positive: they have no logarithm. */
    public static Distribution of(List<Double> values) {
        List<Double> logs = values.stream()
                .filter(value -> value > 0)
                .map(Math::log)
                .sorted()
                .toList();
        if (logs.isEmpty()) {
            return new Distribution(0, 0, 0);
        }
        double median = median(logs);
        double mad =
                median(logs.stream().map(log -> Math.abs(log - median)).sorted().toList());
        return new Distribution(logs.size(), median, mad);
    }

    /**
     * How many robust standard deviations a value lies from the median: the modified z-score of Iglewicz and Hoaglin
     * (1993), negative below. 0 when the population does not vary.
     */
    public double score(double value) {
        if (logMad == 0 || value <= 0) {
            return 0;
        }
        return 0.6745 * (Math.log(value) - logMedian) / logMad;
    }

    public double median() {
        return Math.exp(logMedian);
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
