package org.kolsuite.bench.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calls made by wrk, each different from the last as a Lua script says. */
public final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([0-9.]+)(ms|s|m)\\b");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final Path program;

    public Wrk(Path program) {
        this.program = program;
    }

    /** What went through. */
    public record Run(long answers, double seconds) {
        public double perSecond() {
            return answers / seconds;
        }
    }

    /** Runs the script with its arguments on so many connections, each sending the next call when it has the answer. */
    public Run run(String address, Path script, List<String> arguments, int connections, int seconds) {
        List<String> command = List.of(
                program.toString(),
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                address,
                "--");
        return read(
                Program.run(Stream.concat(command.stream(), arguments.stream()).toList()));
    }

    /** @throws IllegalStateException when a single call was not answered with a success */
    static Run read(String output) {
        Matcher requests = REQUESTS.matcher(output);
        if (!requests.find()) {
            throw new IllegalStateException("wrk said nothing known: " + output);
        }
        if (REFUSED.matcher(output).find() || BROKEN.matcher(output).find()) {
            throw new IllegalStateException("not every call was answered with a success: " + output);
        }
        double unit = switch (requests.group(3)) {
            case "ms" -> 0.001;
            case "m" -> 60;
            default -> 1;
        };
        return new Run(Long.parseLong(requests.group(1)), Double.parseDouble(requests.group(2)) * unit);
    }
}
