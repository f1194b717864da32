package org.kolsuite.registry.imports.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.ImportState;

/** One import job: what was asked, how far it is, what came of it. */
@Entity
@Table(name = "import_job")
public class ImportRow {
    @Id
    public UUID id;

    @Version
    public long version;

    @Column(name = "tenant_id", insertable = false, updatable = false)
    public UUID tenant;

    @Column(name = "file_name")
    public String fileName;

    @Column(name = "file_bytes")
    public long fileBytes;

    public String description;

    public String platform;

    @Column(name = "snapshot_date")
    public LocalDate snapshotDate;

    @Enumerated(EnumType.STRING)
    public ImportMode mode = ImportMode.KEEP_GOOD;

    public String columns;

    @Column(name = "header_line")
    public long headerLine;

    @Enumerated(EnumType.STRING)
    public ImportState state = ImportState.QUEUED;

    @Nullable
    public String failure;

    @Nullable
    @Column(name = "total_lines")
    public Integer totalLines;

    public int position;

    @Column(name = "created_count")
    public int createdCount;

    @Column(name = "updated_count")
    public int updatedCount;

    @Column(name = "repeated_count")
    public int repeatedCount;

    @Column(name = "rejected_count")
    public int rejectedCount;

    @Column(name = "warning_count")
    public int warningCount;

    @Column(name = "conflict_lines")
    public int conflictLines;

    public int attempts;

    @Nullable
    @Column(name = "leased_until")
    public Instant leasedUntil;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_by_name")
    public String createdByName;

    @Column(name = "created_at")
    public Instant createdAt;

    @Nullable
    @Column(name = "started_at")
    public Instant startedAt;

    @Nullable
    @Column(name = "finished_at")
    public Instant finishedAt;
}
