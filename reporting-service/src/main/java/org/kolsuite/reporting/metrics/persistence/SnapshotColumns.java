package org.kolsuite.reporting.metrics.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.metrics.model.Counters;

/**
 * A snapshot as the store takes it.
 *
 * @param line of the file that brought it; null for what no file brought
 */
public record SnapshotColumns(
        UUID collaborationId,
        String post,
        Counters counters,
        Instant takenAt,
        @Nullable Long line) {}
