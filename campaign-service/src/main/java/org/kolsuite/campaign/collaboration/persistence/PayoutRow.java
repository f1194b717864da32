package org.kolsuite.campaign.collaboration.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What payment last told of a payout for a collaboration. */
@Entity
@Table(name = "payout")
public class PayoutRow {
    @Id
    public UUID payoutId;

    public UUID collaborationId;

    public String state;

    public long amountMinor;

    public String currency;

    public String endToEndId;

    public @Nullable String detail;

    public Instant at;
}
