package org.kolsuite.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
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

    /** Returns only when the suite cannot go on; Ctrl-C and {@code ./kol down} end the process from outside. */
    int run(boolean fresh) throws IOException {
        if (fresh) {
            startOver();
        }
        long begin = System.nanoTime();
        try (Suite suite = Suite.start(options, this::ready)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> out.println(
                                            "\nStopping ... (after a new build this also writes the start-up caches, up to a minute)")));
            seed();
            greet(System.nanoTime() - begin);
            return Watch.beside(suite, out).awaitEnd();
        }
    }

    /** A suite without its demo is still worth having: what went wrong is said, and the next start tries again. */
    private void seed() {
        try {
            SeedOnce.run(options, step -> out.println("  seeding: " + step));
        } catch (RuntimeException e) {
            out.println("\n" + e.getMessage()
                    + "\nThe next ./kol up tries again; ./kol up --fresh starts over, without what was entered.");
        }
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
