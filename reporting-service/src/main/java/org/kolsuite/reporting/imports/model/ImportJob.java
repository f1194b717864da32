package org.kolsuite.reporting.imports.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param fileKind in words, such as {@code CSV, GB18030, comma}
 * @param linesTotal lines below the header; null until the file has been read
 * @param linesRead how many of them are dealt with; never more than there are
 * @param added lines that brought something new
 * @param unchanged lines that said what was known already
 * @param rejected lines with an error
 * @param warnings oddities in lines that were kept
 * @param refusedCode why the whole file was refused, or null
 */
public record ImportJob(
        UUID id,
        ImportKind kind,
        Status status,
        String fileName,
        String fileKind,
        ImportMode mode,
        String startedBy,
        @Nullable Long linesTotal,
        long linesRead,
        long added,
        long unchanged,
        long rejected,
        long warnings,
        @Nullable String refusedCode,
        @Nullable String refusedWhy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a job stands. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        /** Nothing was imported; the reason is told. */
        REFUSED
    }
}
