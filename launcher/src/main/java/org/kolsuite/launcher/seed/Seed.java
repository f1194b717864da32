package org.kolsuite.launcher.seed;

import java.util.function.Consumer;
import org.kolsuite.launcher.SuiteOptions;

/** Something that fills an empty suite through the gateway. Found by {@link java.util.ServiceLoader}. */
public interface Seed {
    /** What people read while it runs, e.g. "demo organisations". */
    String title();

    /**
     * Runs once, on a suite that is ready. Whoever is killed in between runs again from the start, so every step must be safe to repeat.
     *
     * @param suite tells the addresses
     * @param progress hears one line per larger step
     */
    void run(SuiteOptions suite, Consumer<String> progress) throws Exception;
}
