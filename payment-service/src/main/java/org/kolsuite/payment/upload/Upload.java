package org.kolsuite.payment.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is worked on in the background, as people see it.
 *
 * @param kind {@code FEES} or {@code STATEMENT}
 * @param status {@code QUEUED}, {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param accepted lines that are new and kept
 * @param known lines that were there already, unchanged
 * @param rejected lines that could not be kept; each has an issue
 */
public record Upload(
        UUID id,
        String kind,
        String fileName,
        long sizeBytes,
        String status,
        int linesTotal,
        int linesDone,
        int accepted,
        int known,
        int rejected,
        @Nullable String failureCode,
        @Nullable String failureDetail,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant finishedAt) {

    /** What is wrong with a file, line by line. */
    public record Issue(
            String severity,
            String code,
            @Nullable Long line,
            @Nullable Integer column,
            @Nullable String field,
            @Nullable String statement,
            String detail) {}

    /** What came of it. */
    public record Result(int total, int accepted, int known, int rejected) {}

    /** A job that was claimed, with what it needs. */
    public record Work(UUID id, UUID tenant, String fileName, String options, String by, String byName) {}
}
