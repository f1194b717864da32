package org.kolsuite.campaign.escalation.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An escalation rule of the organisation. */
@Entity
@Table(name = "escalation_rule")
public class RuleRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public String name;

    public boolean active;

    public int needed;

    /** JSON: a list of {@link org.kolsuite.campaign.escalation.model.Condition}. */
    public String conditions;

    public Instant createdAt;
}
