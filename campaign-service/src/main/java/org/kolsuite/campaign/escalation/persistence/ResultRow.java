package org.kolsuite.campaign.escalation.persistence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** What a post did, as reporting measured it. */
@Entity
@Table(name = "measured_result")
public class ResultRow {
    @EmbeddedId
    public Key key;

    public UUID accountId;

    public @Nullable Long views;

    public @Nullable Long engagements;

    public @Nullable Long saves;

    public long orders;

    public long netRevenueMinor;

    public String currency;

    public Instant snapshotAt;

    /** One result per collaboration and day. */
    @Embeddable
    public record Key(UUID collaborationId, int daysAfter) implements Serializable {}

    public Money netRevenue() {
        return Money.ofMinor(netRevenueMinor, currency);
    }
}
