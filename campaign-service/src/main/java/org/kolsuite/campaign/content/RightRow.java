package org.kolsuite.campaign.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The licence to reuse one content on one channel. */
@Entity
@Table(name = "content_right")
public class RightRow {
    @Id
    public UUID id;

    /** Only read: a page finds the rows of its organisation by it. */
    @Column(insertable = false, updatable = false)
    public @Nullable UUID tenantId;

    public UUID collaborationId;

    public UUID campaignId;

    public UUID contentId;

    public String channel;

    /** Country codes between commas, or {@code ,WORLD,}. */
    public String territory;

    public LocalDate fromOn;

    public LocalDate untilOn;

    public boolean paidAds;

    public boolean exclusive;
}
