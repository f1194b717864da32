package org.kolsuite.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kolsuite.bench.report.Report;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.PortPlan;
import org.kolsuite.launcher.ServiceSpec;

/**
 * What {@code ./kol bench} calls once everything is built: {@code list}, or {@code [option ...] [row ...]}, or {@code [option ...] up},
 * which starts the suite and stays, for others to measure with {@code --attach}.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Every row there is, as {@code META-INF/services} names them. */
    static List<Measurement> rows() {
        return ServiceLoader.load(Measurement.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.equals(List.of("list"))) {
            rows().forEach(row -> out.printf(Locale.ROOT, "  %-16s %s%n", row.name(), row.about()));
            return 0;
        }
        BenchOptions options;
        List<Measurement> chosen;
        try {
            Deque<String> rest = new ArrayDeque<>(arguments);
            options = options(rest);
            if (List.copyOf(rest).equals(List.of("up"))) {
                return up(options, out);
            }
            chosen = chosen(List.copyOf(rest));
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        return measure(options, chosen, out);
    }

    /** Until the process is told to end, which ends the suite. */
    private static int up(BenchOptions options, PrintStream out) {
        Path folder = options.root().resolve(".kol").resolve("bench").resolve("up");
        MeasuredSuite.start(options, folder, Set.of(ServiceSpec.values()));
        out.println("A suite to measure is up: ./kol bench --port "
                + options.ports().base() + " --attach [row ...]");
        LockSupport.park();
        return 0;
    }

    private static int measure(BenchOptions options, List<Measurement> rows, PrintStream out) throws IOException {
        Report report = Report.begin(options.root());
        try (Bench bench = new Bench(options, out)) {
            for (Measurement row : rows) {
                bench.say(row.name() + ": " + row.about());
                try {
                    report.add(row.name(), row.measure(bench));
                } catch (Exception e) {
                    // One row that breaks must not cost the figures of the others.
                    report.fail(row.name(), e);
                }
                report.write();
            }
        }
        out.println();
        out.println(report.markdown());
        out.println("Written to " + report.file());
        return report.hasFailures() ? 1 : 0;
    }

    private static BenchOptions options(Deque<String> rest) {
        Path root = Path.of(System.getProperty("kol.root", "")).toAbsolutePath();
        PortPlan ports = null;
        int rounds = BenchOptions.DEFAULT_ROUNDS;
        double scale = 1;
        boolean attached = false;
        Set<ServiceSpec> without = EnumSet.noneOf(ServiceSpec.class);
        while (!rest.isEmpty() && rest.peek().startsWith("--")) {
            String option = rest.pop();
            switch (option) {
                case "--port" -> ports = new PortPlan(number(option, rest));
                case "--rounds" -> rounds = number(option, rest);
                case "--scale" -> scale = share(option, rest);
                case "--attach" -> attached = true;
                case "--without" -> without.add(service(rest));
                default -> throw new IllegalArgumentException("unknown option " + option + "; ./kol help has them all");
            }
        }
        if (attached && ports == null) {
            throw new IllegalArgumentException("--attach needs the --port of the suite that runs");
        }
        return new BenchOptions(
                root, ports == null ? PortPlan.random() : ports, rounds, scale, attached, Set.copyOf(without));
    }

    private static ServiceSpec service(Deque<String> rest) {
        String module = rest.isEmpty() ? "" : rest.pop();
        return Stream.of(ServiceSpec.values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--without needs a service, such as campaign-service"));
    }

    private static int number(String option, Deque<String> rest) {
        String value = rest.isEmpty() ? "" : rest.pop();
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
    }

    private static double share(String option, Deque<String> rest) {
        String value = rest.isEmpty() ? "" : rest.pop();
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number such as 0.1, not '" + value + "'", e);
        }
    }

    private static List<Measurement> chosen(List<String> names) {
        List<Measurement> rows = rows();
        if (names.isEmpty()) {
            return rows;
        }
        List<Measurement> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(rows.stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no row is called " + name + ", only "
                            + rows.stream().map(Measurement::name).collect(Collectors.joining(", ")))));
        }
        return chosen;
    }
}
