package org.kolsuite.campaign.brief.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A brief; what is read and never searched is JSON. */
@Entity
@Table(name = "brief")
public class BriefRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public UUID campaignId;

    public String title;

    public String words;

    public @Nullable Integer places;

    public int placesTaken;

    public @Nullable Instant sentAt;

    public Instant createdAt;
}
