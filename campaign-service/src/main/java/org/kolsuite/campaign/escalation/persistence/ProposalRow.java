package org.kolsuite.campaign.escalation.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a rule proposed for a collaboration. */
@Entity
@Table(name = "escalation_proposal")
public class ProposalRow {
    @Id
    public UUID id;

    public UUID collaborationId;

    public int daysAfter;

    public UUID ruleId;

    public String recommendation;

    public String confidence;

    /** JSON: the {@link org.kolsuite.campaign.escalation.model.Proposal}. */
    public String proposal;

    public Instant proposedAt;
}
