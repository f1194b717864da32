package org.kolsuite.bench.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.bench.Samples;

/** Calls made by h2load over HTTP/1.1 on connections that stay open. Every answer must be a success. */
public final class Load {
    private static final Pattern THROUGHPUT = Pattern.compile("finished in [^,]+, ([0-9.]+) req/s");
    private static final Pattern STATUS =
            Pattern.compile("status codes: (\\d+) 2xx, (\\d+) 3xx, (\\d+) 4xx, (\\d+) 5xx");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) failed, (\\d+) errored, (\\d+) timeout");

    /** Calls of the short run before. */
    private static final long PROBE = 500;

    private final Path h2load;

    public Load(Path h2load) {
        this.h2load = h2load;
    }

    /** One address with the headers that every call to it carries. */
    public record Target(String address, Map<String, String> headers) {}

    /**
     * As many calls as go through, each connection sending the next when it has the answer; calls per second. So many calls as a short run
     * before says will take that long: a run that is cut off would leave the target with calls that nobody waits for.
     */
    public double saturate(Target target, int connections, int seconds) {
        double pace = calls(target, connections, PROBE);
        return calls(target, connections, Math.max(PROBE, Math.round(pace * seconds)));
    }

    private double calls(Target target, int connections, long count) {
        List<String> command = command(target, connections);
        command.addAll(List.of("-n", String.valueOf(count)));
        command.add(target.address());
        return throughput(Program.run(command));
    }

    /**
     * Calls at a steady rate, whatever the answers take.
     *
     * @param perSecond over all connections, which start one after another so that their calls don't come in bursts
     * @return milliseconds from when each call was due until its answer was there
     */
    public Samples steady(Target target, int connections, double perSecond, int seconds) throws IOException {
        double interval = connections * 1000 / perSecond;
        long calls = Math.max(1, Math.round(perSecond * seconds / connections)) * connections;
        Path log = Files.createTempFile("h2load", ".log");
        try {
            List<String> command = command(target, connections);
            command.addAll(List.of(
                    "-n",
                    String.valueOf(calls),
                    "-r",
                    "1",
                    "--rate-period=" + Math.max(1, Math.round(interval / connections)) + "ms",
                    String.format(Locale.ROOT, "--rps=%.3f", perSecond / connections),
                    "--log-file=" + log,
                    target.address()));
            throughput(Program.run(command));
            return Samples.of(CallLog.read(Files.readAllLines(log)).sinceDue(interval));
        } finally {
            Files.delete(log);
        }
    }

    private List<String> command(Target target, int connections) {
        List<String> command =
                new ArrayList<>(List.of(h2load.toString(), "--h1", "-t", "1", "-c", String.valueOf(connections)));
        target.headers().forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        return command;
    }

    /** @throws IllegalStateException when a single call was not answered with a success: a fast refusal is no throughput */
    static double throughput(String output) {
        Matcher throughput = THROUGHPUT.matcher(output);
        Matcher status = STATUS.matcher(output);
        Matcher requests = REQUESTS.matcher(output);
        if (!throughput.find() || !status.find() || !requests.find()) {
            throw new IllegalStateException("h2load said nothing known: " + output);
        }
        boolean allWell =
                Long.parseLong(status.group(1)) > 0 && sum(status, 2, 3, 4) == 0 && sum(requests, 1, 2, 3) == 0;
        if (!allWell) {
            throw new IllegalStateException("not every call was answered with a success: " + output);
        }
        return Double.parseDouble(throughput.group(1));
    }

    private static long sum(Matcher numbers, int... groups) {
        long sum = 0;
        for (int group : groups) {
            sum += Long.parseLong(numbers.group(group));
        }
        return sum;
    }
}
