package org.kolsuite.campaign.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A script, draft or post that was handed in. */
@Entity
@Table(name = "content")
public class ContentRow {
    @Id
    public UUID id;

    /** Only read: a page finds the rows of its organisation by it. */
    @Column(insertable = false, updatable = false)
    public @Nullable UUID tenantId;

    public UUID collaborationId;

    public UUID campaignId;

    public UUID accountId;

    public String kind;

    public int round;

    public @Nullable String url;

    public @Nullable String words;

    public Instant handedInAt;

    public boolean late;

    public String verdict;

    public @Nullable String comment;
}
