package org.kolsuite.reporting.imports.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.imports.model.ImportJob;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportMode;

/** An import as a job: what is asked, how far it is, what came of it. */
@Entity
@Table(name = "import_job")
public class ImportJobRow {
    @Id
    public UUID id;

    @Column(name = "tenant_id", insertable = false, updatable = false)
    public UUID tenant;

    public String kind;
    public String status;
    public String fileName;
    public String fileKind;

    @Column(name = "file_sha256")
    public String fileSha256;

    /** JSON of {@link org.kolsuite.reporting.imports.model.ImportOptions}. */
    public String options;

    public String mode;
    public String startedBy;

    /** The line of the file, its header counted, up to which all is dealt with: where a worker goes on. */
    @Column(name = "lines_read")
    public long lastLine;

    @Nullable
    public Long linesTotal;

    public long added;
    public long unchanged;
    public long rejected;
    public long warnings;

    @Nullable
    public String refusedCode;

    @Nullable
    public String refusedWhy;

    public Instant createdAt;

    @Nullable
    public Instant takenUntil;

    @Nullable
    public Instant finishedAt;

    public ImportJob toModel() {
        return new ImportJob(
                id,
                ImportKind.valueOf(kind),
                ImportJob.Status.valueOf(status),
                fileName,
                fileKind,
                ImportMode.valueOf(mode),
                startedBy,
                linesTotal,
                linesTotal == null ? 0 : Math.min(lastLine, linesTotal),
                added,
                unchanged,
                rejected,
                warnings,
                refusedCode,
                refusedWhy,
                createdAt,
                finishedAt);
    }
}
