package org.kolsuite.registry.imports.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.ImportState;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.imports.persistence.ConflictRow;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.kol.model.ProfileFacts;

/** Imports and conflicts as their organisation sees them. */
public final class ImportViews {
    private ImportViews() {}

    /**
     * An import job.
     *
     * @param description the file in words, such as {@code CSV, GB18030, comma}
     * @param failure why it was refused or stopped; null when it wasn't
     * @param totalLines null until the file has been read
     * @param position how many lines are done
     */
    public record ImportAnswer(
            UUID id,
            long version,
            String fileName,
            long fileBytes,
            String description,
            String platform,
            LocalDate snapshotDate,
            ImportMode mode,
            ImportState status,
            @Nullable String failure,
            @Nullable Integer totalLines,
            int position,
            Counts counts,
            String createdByName,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static ImportAnswer of(ImportRow row, long openConflicts) {
            return new ImportAnswer(
                    row.id,
                    row.version,
                    row.fileName,
                    row.fileBytes,
                    row.description,
                    row.platform,
                    row.snapshotDate,
                    row.mode,
                    row.state,
                    row.failure,
                    row.totalLines,
                    row.position,
                    new Counts(
                            row.createdCount,
                            row.updatedCount,
                            row.repeatedCount,
                            row.rejectedCount,
                            row.conflictLines,
                            row.warningCount,
                            openConflicts),
                    row.createdByName,
                    row.createdAt,
                    row.startedAt,
                    row.finishedAt);
        }
    }

    /**
     * What became of the lines: created + updated + repeated + rejected + inConflict = position.
     *
     * @param created lines that made a new account
     * @param updated lines about an account that was there
     * @param repeated lines that say what an earlier line says
     * @param rejected lines that were kept out; their errors say why
     * @param inConflict lines that wait, or waited, for a decision
     * @param warnings remarks, of which a line can have several
     * @param openConflicts questions that wait for a decision
     */
    public record Counts(
            int created, int updated, int repeated, int rejected, int inConflict, int warnings, long openConflicts) {}

    /**
     * Lines of a file that contradict each other.
     *
     * @param separable whether the display names tell the accounts apart, so that they can be kept as several
     */
    public record ConflictAnswer(
            UUID id,
            long version,
            String platform,
            String handle,
            LocalDate takenOn,
            List<Line> lines,
            boolean separable,
            @Nullable Decision decision,
            @Nullable Integer keptLine,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt) {
        static ConflictAnswer of(ConflictRow row, List<ProfileLine> lines) {
            long names = lines.stream()
                    .map(line -> line.facts().nameOrHandle().toLowerCase(java.util.Locale.ROOT))
                    .distinct()
                    .count();
            return new ConflictAnswer(
                    row.id,
                    row.version,
                    row.platform,
                    lines.isEmpty() ? row.handleKey : lines.getFirst().facts().handle(),
                    row.takenOn,
                    lines.stream().map(Line::of).toList(),
                    names == lines.size(),
                    row.decision == null ? null : Decision.valueOf(row.decision),
                    row.keptLine,
                    row.decidedByName,
                    row.decidedAt);
        }
    }

    /** How a conflict can be decided. */
    public enum Decision {
        KEEP_LINE,
        SEPARATE_ACCOUNTS,
        DISCARD_ALL
    }

    /** One of the contradicting lines, as read. */
    public record Line(
            int line,
            String handle,
            @Nullable String displayName,
            @Nullable Long followers,
            @Nullable Long avgViews,
            @Nullable Long avgLikes,
            @Nullable Long avgComments,
            @Nullable Long avgShares,
            @Nullable Long avgEngagements,
            @Nullable Long authenticEngagements,
            @Nullable String country,
            List<String> topics) {
        static Line of(ProfileLine line) {
            ProfileFacts facts = line.facts();
            return new Line(
                    line.line(),
                    facts.handle(),
                    facts.displayName(),
                    facts.metrics().followers(),
                    facts.metrics().avgViews(),
                    facts.metrics().avgLikes(),
                    facts.metrics().avgComments(),
                    facts.metrics().avgShares(),
                    facts.metrics().avgEngagements(),
                    facts.metrics().authenticEngagements(),
                    facts.country(),
                    facts.topics());
        }
    }
}
