package org.kolsuite.registry.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agency in one organisation's books; the same agency stands in many organisations' books under one id. */
@Entity
@Table(name = "agency")
@IdClass(AgencyRow.Key.class)
public class AgencyRow {
    /** Organisation and agency. */
    public record Key(UUID tenant, UUID id) implements Serializable {}

    @Id
    @Column(name = "tenant_id")
    public UUID tenant;

    @Id
    public UUID id;

    @Version
    public long version;

    public String name;

    @Nullable
    public String country;

    @Nullable
    public String notes;

    @Column(name = "created_at")
    public Instant createdAt;
}
