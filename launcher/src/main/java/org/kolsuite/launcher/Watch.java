package org.kolsuite.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.kolsuite.localstack.StartFailed;

/**
 * Stays beside a running suite. A part that ends by itself is named, with the end of its log, and started again: what it had accepted
 * is in its data. Each part is watched for itself, because one that comes back may wait for another that has just gone. One that ends
 * again and again, for minutes, before it has settled is broken, and the suite with it.
 */
public final class Watch {
    /** After it was ready. What is broken by itself seldom lives so long. */
    private static final Duration SETTLED = Duration.ofSeconds(15);
    /** Before the next try, where one has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** In a row, each before the part had settled; and for so long, because what it needs may take its time to come back. */
    private static final int MOST_ENDS = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Suite suite;
    private final PrintStream out;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private Watch(Suite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** Begins to watch every part that the suite has now, until the suite is stopped. */
    public static Watch beside(Suite suite, PrintStream out) {
        Watch watch = new Watch(suite, out);
        for (String part : suite.partNames()) {
            Thread.ofVirtual().name("watch-" + part).start(() -> watch.over(part));
        }
        return watch;
    }

    /** Whether a part is broken, so that the suite can't go on. */
    public boolean hasGivenUp() {
        return end.getNow(0) != 0;
    }

    /** Waits until the suite ends; the exit code, which is not 0 when it could not go on. */
    int awaitEnd() {
        return end.join();
    }

    private void over(String part) {
        boolean runs = true;
        int ends = 0;
        long troubledSince = System.nanoTime();
        while (true) {
            long begin = System.nanoTime();
            if (runs) {
                suite.awaitEndOf(part);
            }
            if (suite.isStopping()) {
                end.complete(0);
                return;
            }
            if (runs) {
                say(part + " has ended by itself. The end of its log:\n"
                        + StartFailed.tail(suite.options().logs().resolve(part + ".log")));
            }
            long now = System.nanoTime();
            if (runs && now - begin >= SETTLED.toNanos()) {
                ends = 0;
                troubledSince = now;
            }
            ends++;
            if (ends > MOST_ENDS && now - troubledSince > PATIENCE.toNanos()) {
                say(part + " keeps ending; the suite stops.");
                end.complete(1);
                return;
            }
            runs = bringBack(part);
        }
    }

    private boolean bringBack(String part) {
        try {
            suite.restart(part);
            say(part + " runs again.");
            return true;
        } catch (RuntimeException e) {
            // Not only StartFailed: a part that needs PostgreSQL may have come back before it.
            say(part + " could not be started: " + e.getMessage());
            Suite.pause(PAUSE);
            return false;
        }
    }

    private synchronized void say(String words) {
        out.println("\n" + words);
    }
}
