package org.kolsuite.campaign.campaign.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign's plan; lists are JSON. */
@Entity
@Table(name = "campaign")
public class CampaignRow {
    @Id
    public UUID id;

    @Version
    public long version;

    /** Only read: a page finds the rows of its organisation by it. */
    @Column(insertable = false, updatable = false)
    public @Nullable UUID tenantId;

    public UUID brandId;

    public String name;

    public String status;

    public LocalDate startsOn;

    public LocalDate endsOn;

    public String timeZone;

    public String platforms;

    public String productIds;

    public String objectives;

    public String runsBeside;

    public Instant createdAt;

    public Instant changedAt;

    public @Nullable Instant launchedAt;
}
