package org.kolsuite.registry.imports.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines that contradict each other, and what was decided. */
@Entity
@Table(name = "import_conflict")
public class ConflictRow {
    @Id
    public UUID id;

    @Version
    public long version;

    @Column(name = "import_id")
    public UUID importId;

    public String platform;

    @Column(name = "handle_key")
    public String handleKey;

    @Column(name = "taken_on")
    public LocalDate takenOn;

    @Column(name = "first_line")
    public long firstLine;

    public String lines;

    @Nullable
    public String decision;

    @Nullable
    @Column(name = "kept_line")
    public Integer keptLine;

    @Nullable
    @Column(name = "decided_by")
    public String decidedBy;

    @Nullable
    @Column(name = "decided_by_name")
    public String decidedByName;

    @Nullable
    @Column(name = "decided_at")
    public Instant decidedAt;
}
