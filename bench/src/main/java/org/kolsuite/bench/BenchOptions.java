package org.kolsuite.bench;

import java.nio.file.Path;
import org.kolsuite.launcher.PortPlan;

/**
 * How a bench shall run.
 *
 * @param root the checkout, where the packages are
 * @param ports of the suite that is measured
 * @param rounds that count; warm-ups come before them
 */
public record BenchOptions(Path root, PortPlan ports, int rounds) {
    static final int DEFAULT_ROUNDS = 5;

    public BenchOptions {
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds needs at least 1");
        }
    }
}
