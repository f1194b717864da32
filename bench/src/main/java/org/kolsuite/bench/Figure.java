package org.kolsuite.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One line of the table.
 *
 * @param what is measured, e.g. {@code reads through the gateway with a session}
 * @param measured the median of the rounds
 * @param unit of {@code measured} and {@code floor}, e.g. {@code req/s}
 * @param peer what it is held against, e.g. {@code nginx}; empty for none
 * @param floor the peer's median, in the same unit
 * @param ratio the median over the rounds of ours by the peer's: both sides of a round meet the same noise, so that this is steadier
 *     than the medians' own ratio
 * @param more the median over the rounds of ours less the peer's
 */
public record Figure(
        String what,
        double measured,
        String unit,
        String peer,
        OptionalDouble floor,
        OptionalDouble ratio,
        OptionalDouble more,
        Goal goal) {

    /** A figure without a peer. */
    public static Figure alone(String what, double measured, String unit, Goal goal) {
        return new Figure(
                what, measured, unit, "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), goal);
    }

    /** A figure measured once, beside a peer measured once. */
    public static Figure against(String what, double measured, String unit, String peer, double floor, Goal goal) {
        return against(what, List.of(measured), unit, peer, List.of(floor), goal);
    }

    /** A figure of several rounds, beside a peer in the same rounds. */
    public static Figure against(
            String what, List<Double> measured, String unit, String peer, List<Double> floors, Goal goal) {
        if (measured.size() != floors.size()) {
            throw new IllegalArgumentException(what + ": a round of ours without one of " + peer);
        }
        return new Figure(
                what,
                Samples.of(measured).median(),
                unit,
                peer,
                OptionalDouble.of(Samples.of(floors).median()),
                OptionalDouble.of(Samples.of(IntStream.range(0, floors.size())
                                .mapToObj(round -> measured.get(round) / floors.get(round))
                                .toList())
                        .median()),
                OptionalDouble.of(Samples.of(IntStream.range(0, floors.size())
                                .mapToObj(round -> measured.get(round) - floors.get(round))
                                .toList())
                        .median()),
                goal);
    }

    public boolean hasGoal() {
        return !(goal instanceof Goal.None);
    }

    public boolean isMet() {
        return goal.isMetBy(measured, ratio, more);
    }
}
