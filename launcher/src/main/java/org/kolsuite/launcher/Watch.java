package org.kolsuite.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kolsuite.localstack.StartFailed;

/**
 * Stays beside a running suite. A part that ends by itself is named, with the end of its log, and started again: what it had accepted
 * is in its data. One that ends again within a minute is broken, and the suite with it.
 */
final class Watch {
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Suite suite;
    private final PrintStream out;
    private final Map<String, Long> restarts = new HashMap<>();

    Watch(Suite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** The exit code when the suite cannot go on. */
    int run() {
        while (true) {
            String ended = suite.awaitEndOfAPart();
            if (suite.isStopping()) {
                return 0;
            }
            out.println("\n" + ended + " has ended by itself. The end of its log:");
            out.println(StartFailed.tail(suite.options().logs().resolve(ended + ".log")));
            Long before = restarts.put(ended, System.nanoTime());
            if (before != null && System.nanoTime() - before < SETTLED.toNanos()) {
                out.println(ended + " keeps ending; the suite stops.");
                return 1;
            }
            try {
                suite.restart(ended);
                out.println(ended + " runs again.");
            } catch (StartFailed e) {
                out.println(e.getMessage());
                return 1;
            }
        }
    }
}
