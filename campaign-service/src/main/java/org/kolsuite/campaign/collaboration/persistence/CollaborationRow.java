package org.kolsuite.campaign.collaboration.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A collaboration: its state as name and data, and the facts that are searched or shown beside it. */
@Entity
@Table(name = "collaboration")
@DynamicUpdate // So that who decides does not write over what payment said meanwhile.
public class CollaborationRow {
    @Id
    public UUID id;

    @Version
    public long version;

    /** Only read, to enter the tenant after a KOL found the row, by the sweep, and so that a page finds the rows of its organisation. */
    @Column(insertable = false, updatable = false)
    public @Nullable UUID tenantId;

    public UUID campaignId;

    public @Nullable UUID briefId;

    public UUID kolId;

    public UUID accountId;

    public @Nullable UUID agencyId;

    public @Nullable UUID escalatedFrom;

    public String track;

    public String state;

    public String stateData;

    public @Nullable String terms;

    public @Nullable String work;

    public @Nullable String rights;

    public @Nullable Integer auditScore;

    public @Nullable UUID productId;

    public @Nullable String promoCode;

    public @Nullable String trackingSlug;

    public @Nullable String trackingTarget;

    public @Nullable String postUrl;

    public @Nullable Instant publishedAt;

    public @Nullable String note;

    /** What payment says is no part of the version that people decide on: it may come while somebody writes. */
    @OptimisticLock(excluded = true)
    public @Nullable String blockedCode;

    @OptimisticLock(excluded = true)
    public @Nullable String blockedDetail;

    public Instant createdAt;

    public Instant stateSince;

    public @Nullable Instant dueAt;

    public boolean atEnd;

    public @Nullable Instant sharedAt;
}
