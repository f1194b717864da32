package org.kolsuite.reporting.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A KOL as kol-registry last published it; after an erasure only the ids remain. */
@Entity
@Table(name = "kol_known")
public class KolRow {
    @Id
    @Column(name = "kol_id")
    public UUID id;

    public long version;

    @Nullable
    public String displayName;

    @Nullable
    public String country;

    @Nullable
    public String subject;

    @Nullable
    public UUID agencyId;
}
