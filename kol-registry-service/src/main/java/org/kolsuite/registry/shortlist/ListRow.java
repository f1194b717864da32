package org.kolsuite.registry.shortlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One list of KOLs. */
@Entity
@Table(name = "kol_list")
public class ListRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public String name;

    @Nullable
    public String description;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_at")
    public Instant createdAt;
}
