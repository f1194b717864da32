package org.kolsuite.reporting.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A campaign as campaign-service last published it. */
@Entity
@Table(name = "campaign_known")
public class CampaignRow {
    @Id
    @Column(name = "campaign_id")
    public UUID id;

    public long version;
    public UUID brandId;
    public String brandName;
    public String name;
    public String status;
    public long budgetMinor;
    public String currency;
    public LocalDate startsOn;
    public LocalDate endsOn;

    /** JSON of the contract's products. */
    public String products;

    /** JSON of the contract's objectives. */
    public String objectives;
}
