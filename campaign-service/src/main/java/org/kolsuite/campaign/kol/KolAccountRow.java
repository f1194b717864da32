package org.kolsuite.campaign.kol;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One handle on one platform, as the registry last told. */
@Entity
@Table(name = "kol_account")
public class KolAccountRow {
    @Id
    public UUID accountId;

    public UUID kolId;

    public String platform;

    public String handle;

    public @Nullable String tier;

    public @Nullable Long followers;

    /** 0 to 100 as the registry's latest audit said; null when there was none. */
    public @Nullable Integer auditScore;

    public @Nullable Instant auditedAt;
}
