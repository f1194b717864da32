package org.kolsuite.reporting.metrics.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * The counters of one post at one time.
 *
 * @param post the normalised link, or the collaboration's id where a source names no link
 * @param takenAt when the counters were read
 * @param recordedAt when we learnt of them; of one moment and one provenance the correction recorded last wins
 * @param sequence breaks the last tie, so that the order of two equal moments never depends on luck
 */
public record Snapshot(
        String post, Counters counters, Provenance provenance, Instant takenAt, Instant recordedAt, long sequence) {

    /** The order in which snapshots count, whatever the order in which they arrived (CASES E8). */
    public static final Comparator<Snapshot> BY_TIME = Comparator.comparing(Snapshot::takenAt)
            .thenComparing(Snapshot::provenance)
            .thenComparing(Snapshot::recordedAt)
            .thenComparingLong(Snapshot::sequence);

    /** Who sent it; of one moment, what a member uploaded counts over what the KOL's side reported. */
    public enum Provenance {
        PARTNER,
        UPLOAD
    }
}
