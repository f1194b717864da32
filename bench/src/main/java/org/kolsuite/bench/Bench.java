package org.kolsuite.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.bench.tool.Tools;
import org.kolsuite.launcher.ServiceSpec;

/** What rows share: the running suite, tools, a folder to write to, somebody to tell how far they are. */
public final class Bench implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final BenchOptions options;
    private final PrintStream out;
    private final Tools tools;
    private @Nullable MeasuredSuite suite;

    Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.tools = new Tools(options.root());
    }

    public BenchOptions options() {
        return options;
    }

    /** Programs that measure or are measured against. */
    public Tools tools() {
        return tools;
    }

    /** As many rounds as were asked for, after so many that warm up. */
    public Rounds rounds(int warmUps) {
        return new Rounds(warmUps, options.rounds());
    }

    /** Rounds of a row that takes minutes each time: never more than three. */
    public int heavyRounds() {
        return Math.min(3, options.rounds());
    }

    /** One suite for all rows that can share it, started by the first that asks: empty data, commits on the disk before they are told. */
    public MeasuredSuite suite() {
        return suite(Set.of(ServiceSpec.values()));
    }

    /** As {@link #suite}, for a row that needs no more than these services: a new suite with them alone, where none runs that has them all. */
    public synchronized MeasuredSuite suite(Set<ServiceSpec> needed) {
        if (options.attached()) {
            if (suite == null) {
                suite = MeasuredSuite.attached(options);
            }
        } else if (suite == null || !suite.services().containsAll(needed)) {
            withoutSuite();
            say("starting a suite on ports from " + options.ports().base());
            suite = MeasuredSuite.start(options, freshFolder("suite"), needed);
        }
        return suite;
    }

    /** Ends the shared suite and starts it again on the data that it has; how many seconds the start took. */
    public synchronized double restartSuite() {
        suite().parts();
        withoutSuite();
        long begin = System.nanoTime();
        suite = MeasuredSuite.start(options, folder("suite"), Set.of(ServiceSpec.values()));
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Ends the shared suite, for a row that wants the machine for itself. The next that asks gets a new one with empty data. */
    public synchronized void withoutSuite() {
        if (suite != null) {
            suite.close();
            suite = null;
        }
    }

    /** An empty folder {@code .kol/bench/<name>}; what an earlier run left there is deleted. */
    public Path freshFolder(String name) {
        Path folder = folder(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        return options.root().resolve(".kol").resolve("bench").resolve(name);
    }

    /** Tells people how far the bench is. */
    public void say(String line) {
        out.println(LocalTime.now().format(TIME) + "  " + line);
    }

    @Override
    public void close() {
        withoutSuite();
    }
}
