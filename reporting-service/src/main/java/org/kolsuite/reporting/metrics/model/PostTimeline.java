package org.kolsuite.reporting.metrics.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The snapshots of one collaboration's posts, each post's in the order in which they count. A reading holds everything
 * that was known of the post by then: a snapshot that leaves a counter out keeps the earlier value.
 */
public final class PostTimeline {
    private final Map<String, List<Reading>> readingsByPost = new TreeMap<>();

    /** What one post had reached at one time. */
    public record Reading(Snapshot snapshot, Counters reached) {}

    /** @param snapshots in any order */
    public static PostTimeline of(Collection<Snapshot> snapshots) {
        PostTimeline timeline = new PostTimeline();
        snapshots.stream().sorted(Snapshot.BY_TIME).forEach(timeline::append);
        return timeline;
    }

    private void append(Snapshot snapshot) {
        List<Reading> readings = readingsByPost.computeIfAbsent(snapshot.post(), post -> new ArrayList<>());
        Counters before =
                readings.isEmpty() ? Counters.UNKNOWN : readings.getLast().reached();
        readings.add(new Reading(snapshot, snapshot.counters().over(before)));
    }

    /** The readings of each post in time order, posts by name. */
    public Collection<List<Reading>> posts() {
        return readingsByPost.values();
    }

    /** What each post had reached at that moment; posts without a snapshot by then are left out. */
    public List<Reading> at(Instant moment) {
        List<Reading> reached = new ArrayList<>();
        for (List<Reading> readings : posts()) {
            readings.stream()
                    .filter(reading -> !reading.snapshot().takenAt().isAfter(moment))
                    .reduce((earlier, later) -> later)
                    .ifPresent(reached::add);
        }
        return reached;
    }
}
