package org.kolsuite.campaign.kol;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A KOL as the registry last told. */
@Entity
@Table(name = "kol")
public class KolRow {
    @Id
    public UUID kolId;

    /** The registry's version; an older state is ignored. */
    public long version;

    public String displayName;

    public @Nullable String subject;

    public @Nullable UUID agencyId;

    public @Nullable Instant erasedAt;
}
