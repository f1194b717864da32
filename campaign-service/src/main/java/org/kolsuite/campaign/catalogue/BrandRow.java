package org.kolsuite.campaign.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A brand of the organisation. */
@Entity
@Table(name = "brand")
public class BrandRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public String name;
}
