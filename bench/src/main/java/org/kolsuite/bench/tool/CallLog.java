package org.kolsuite.bench.tool;

import java.util.ArrayList;
import java.util.List;

/** What h2load writes down of each call: when it was sent, the status, how long the answer took. */
final class CallLog {
    /** Microseconds; connections open and code warms up meanwhile. */
    private static final long WARM_UP_MICROS = 1_000_000;

    private final List<Call> calls;

    private record Call(long sentMicros, long tookMicros) {}

    private CallLog(List<Call> calls) {
        this.calls = calls;
    }

    /** @throws IllegalStateException when a call failed */
    static CallLog read(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (!fields[1].startsWith("2")) {
                throw new IllegalStateException("a call was answered with " + fields[1]);
            }
            calls.add(new Call(Long.parseLong(fields[0]), Long.parseLong(fields[2])));
        }
        return new CallLog(calls);
    }

    /**
     * How long each call took since it was due, without the first second.
     *
     * <p>A connection has one call under way. While an answer takes longer than the interval, the calls that were due meanwhile are sent
     * late, and their own clock starts late: coordinated omission. Each of them is added with what it would have taken, the rest of the
     * long answer, one interval less for each, as HdrHistogram does it for an expected interval.
     *
     * @param intervalMillis between two calls of one connection
     * @return milliseconds
     */
    List<Double> sinceDue(double intervalMillis) {
        long first = calls.stream().mapToLong(Call::sentMicros).min().orElse(0);
        List<Double> durations = new ArrayList<>();
        for (Call call : calls) {
            if (call.sentMicros - first < WARM_UP_MICROS) {
                continue;
            }
            double took = call.tookMicros / 1000.0;
            durations.add(took);
            for (double late = took - intervalMillis; late > 0; late -= intervalMillis) {
                durations.add(late);
            }
        }
        return durations;
    }
}
