package org.kolsuite.registry.imports.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mapping that is used again: headers rather than positions, because columns move between exports. */
@Entity
@Table(name = "mapping_template")
public class TemplateRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public String name;

    @Nullable
    public String platform;

    public String columns;

    @Column(name = "created_at")
    public Instant createdAt;
}
