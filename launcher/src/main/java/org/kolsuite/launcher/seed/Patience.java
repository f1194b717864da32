package org.kolsuite.launcher.seed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what the suite does in its own time: imports, events, timers. */
final class Patience {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private Patience() {}

    /** Asks until there is an answer. */
    static <T> T await(String what, Supplier<@Nullable T> question) {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < deadline) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            pause();
        }
        throw new IllegalStateException("waited " + MOST.toSeconds() + " s, but it is not so that " + what);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
