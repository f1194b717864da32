package org.kolsuite.bench;

import java.nio.file.Path;
import java.util.Set;
import org.kolsuite.launcher.PortPlan;
import org.kolsuite.launcher.ServiceSpec;

/**
 * How a bench shall run.
 *
 * @param root the checkout, where the packages are
 * @param ports of the suite that is measured
 * @param rounds that count; warm-ups come before them
 * @param scale share of the full amount of data, for trying a row out; goals are about 1
 * @param attached whether the suite on these ports runs already ({@code ./kol bench up}) and shall go on
 * @param without services that {@code ./kol bench up} leaves out
 */
public record BenchOptions(
        Path root, PortPlan ports, int rounds, double scale, boolean attached, Set<ServiceSpec> without) {
    static final int DEFAULT_ROUNDS = 5;

    public BenchOptions {
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds needs at least 1");
        }
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("--scale needs a share above 0 and at most 1");
        }
    }

    /** So much of an amount of data. */
    public int scaled(int full) {
        return (int) Math.max(1, Math.round(full * scale));
    }
}
