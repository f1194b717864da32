package org.kolsuite.registry.kol.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One KOL. */
@Entity
@Table(name = "kol")
public class KolRow {
    @Id
    public UUID id;

    @Version
    public long version;

    @Column(name = "tenant_id", insertable = false, updatable = false)
    public UUID tenant;

    @Column(name = "display_name")
    public String displayName;

    @Nullable
    public String country;

    public String[] topics = {};

    @Nullable
    public String bio;

    @Nullable
    public String notes;

    @Nullable
    public String subject;

    @Nullable
    @Column(name = "linked_at")
    public Instant linkedAt;

    @Nullable
    @Column(name = "agency_id")
    public UUID agencyId;

    @Nullable
    @Column(name = "erased_at")
    public Instant erasedAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;
}
