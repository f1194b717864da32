package org.kolsuite.reporting.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A platform account of a KOL as kol-registry last published it. */
@Entity
@Table(name = "account_known")
public class AccountRow {
    @Id
    @Column(name = "account_id")
    public UUID id;

    public UUID kolId;
    public String platform;

    @Nullable
    public String handle;

    @Nullable
    public String tier;

    @Nullable
    public Long followers;
}
