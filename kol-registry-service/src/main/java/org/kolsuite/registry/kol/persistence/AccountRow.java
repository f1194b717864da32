package org.kolsuite.registry.kol.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Metrics;

/** One account with its latest known numbers. */
@Entity
@Table(name = "account")
public class AccountRow {
    @Id
    public UUID id;

    @Version
    public long version;

    @Column(name = "kol_id")
    public UUID kolId;

    public String platform;

    @Nullable
    @Column(name = "platform_uid")
    public String platformUid;

    public String handle;

    @Column(name = "handle_key")
    public String handleKey;

    public String qualifier = "";

    @Column(name = "display_name")
    public String displayName;

    @Nullable
    public String url;

    @Nullable
    public String country;

    public String[] topics = {};

    @Nullable
    public String tier;

    @Nullable
    public Long followers;

    @Nullable
    public Long followings;

    @Nullable
    public Long posts;

    @Nullable
    @Column(name = "avg_views")
    public Long avgViews;

    @Nullable
    @Column(name = "avg_likes")
    public Long avgLikes;

    @Nullable
    @Column(name = "avg_comments")
    public Long avgComments;

    @Nullable
    @Column(name = "avg_shares")
    public Long avgShares;

    @Nullable
    @Column(name = "avg_saves")
    public Long avgSaves;

    @Nullable
    @Column(name = "avg_engagements")
    public Long avgEngagements;

    @Nullable
    @Column(name = "authentic_engagements")
    public Long authenticEngagements;

    @Nullable
    @Column(name = "measured_on")
    public LocalDate measuredOn;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public Metrics metrics() {
        return new Metrics(
                followers,
                followings,
                posts,
                avgViews,
                avgLikes,
                avgComments,
                avgShares,
                avgSaves,
                avgEngagements,
                authenticEngagements);
    }
}
