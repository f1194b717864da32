package org.kolsuite.reporting.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A collaboration as campaign-service last published it. */
@Entity
@Table(name = "collaboration_known")
public class CollaborationRow {
    @Id
    @Column(name = "collaboration_id")
    public UUID id;

    /** Read only: whose it is, for a partner's command that enters the tenant. */
    @Column(name = "tenant_id", insertable = false, updatable = false)
    public UUID tenant;

    public long version;
    public UUID campaignId;
    public UUID kolId;
    public UUID accountId;

    @Nullable
    public UUID agencyId;

    public String track;
    public String state;

    @Nullable
    public UUID escalatedFrom;

    @Nullable
    public UUID productId;

    @Nullable
    public String promoCode;

    @Nullable
    public String postUrl;

    /** The post's link in its normal form. */
    @Nullable
    public String post;

    @Nullable
    public Instant publishedAt;
}
