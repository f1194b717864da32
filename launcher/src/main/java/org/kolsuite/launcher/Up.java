package org.kolsuite.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.kolsuite.launcher.seed.SeedOnce;
import org.kolsuite.localstack.StartFailed;

/** Starts the suite for people, says what they can do with it, and stays until it is told to stop. */
final class Up {
    private final SuiteOptions options;
    private final PrintStream out;

    Up(SuiteOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** The exit code: 0 after Ctrl-C or {@code ./kol down}, 1 when a part failed. */
    int run(boolean fresh) throws IOException {
        if (fresh) {
            startOver();
        }
        long begin = System.nanoTime();
        AtomicBoolean stopping = new AtomicBoolean();
        Suite suite;
        try {
            suite = Suite.start(options, this::ready);
        } catch (StartFailed e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        }
        Thread stop = new Thread(() -> {
            stopping.set(true);
            out.println("\nStopping ...");
            suite.close();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        SeedOnce.run(options, step -> out.println("  seeding: " + step));
        greet(System.nanoTime() - begin);
        String ended = suite.awaitUnexpectedEnd();
        if (stopping.get()) {
            return 0;
        }
        out.println("\n" + ended + " has ended. The end of its log:");
        out.println(StartFailed.tail(options.logs().resolve(ended + ".log")));
        return 1;
    }

    private void startOver() throws IOException {
        if (RunFile.in(options.folder()).somethingRuns()) {
            throw new StartFailed("KOL Suite", "it runs; stop it with `./kol down` before starting over");
        }
        for (Path folder : new Path[] {options.data(), options.logs()}) {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private void ready(String part, long nanos) {
        out.printf(Locale.ROOT, "  %-22s ready  %5.1f s%n", part, seconds(nanos));
    }

    private void greet(long nanos) {
        out.printf(Locale.ROOT, "%nKOL Suite is up after %.0f s.%n%n", seconds(nanos));
        out.println("  Open     " + options.webAddress());
        out.println("  Sign in  as");
        for (SignIns.Person person : SignIns.ofTheRealm().people()) {
            String where = person.organisation().isEmpty() ? "" : ", " + person.organisation();
            out.printf(
                    Locale.ROOT,
                    "           %-10s %-16s %s%s%n",
                    person.username(),
                    person.password(),
                    String.join(" and ", person.roles()),
                    where);
        }
        out.println("  Keycloak http://localhost:" + options.ports().keycloak());
        out.println("  Logs     " + options.logs());
        out.println("  Stop     Ctrl-C here, or ./kol down\n");
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
