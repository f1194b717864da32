package org.kolsuite.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kolsuite.localstack.StartFailed;

/** What {@code ./kol} calls once everything is built: {@code up [--fresh] [--port N] [--without SERVICE]} and {@code down}. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException {
        Path root = Path.of(System.getProperty("kol.root", "")).toAbsolutePath();
        try {
            Deque<String> rest = new ArrayDeque<>(arguments);
            String command = rest.isEmpty() ? "" : rest.pop();
            return switch (command) {
                case "up" -> up(root, rest);
                case "down" -> down(root);
                default -> usage("unknown command: " + command);
            };
        } catch (StartFailed | IllegalArgumentException e) {
            System.out.println(e.getMessage());
            return 1;
        }
    }

    private static int up(Path root, Deque<String> options) throws IOException {
        boolean fresh = false;
        int port = PortPlan.DEFAULT_BASE;
        Set<ServiceSpec> without = EnumSet.noneOf(ServiceSpec.class);
        while (!options.isEmpty()) {
            String option = options.pop();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--port" -> port = port(options);
                case "--without" -> without.add(service(options));
                default -> {
                    return usage("unknown option: " + option);
                }
            }
        }
        SuiteOptions suite = SuiteOptions.forPeople(root, new PortPlan(port));
        for (ServiceSpec service : without) {
            suite = suite.without(service);
        }
        return new Up(suite, System.out).run(fresh);
    }

    private static int port(Deque<String> options) {
        String value = options.isEmpty() ? "" : options.pop();
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port needs a number, not '" + value + "'", e);
        }
    }

    private static ServiceSpec service(Deque<String> options) {
        String module = options.isEmpty() ? "" : options.pop();
        return Stream.of(ServiceSpec.values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--without needs a service, such as campaign-service"));
    }

    private static int down(Path root) {
        int stopped = Down.stop(root.resolve(".kol"));
        System.out.println(stopped == 0 ? "Nothing was running." : "Stopped " + stopped + " processes.");
        return 0;
    }

    private static int usage(String problem) {
        System.out.println(problem + "; `./kol help` lists what there is");
        return 2;
    }
}
