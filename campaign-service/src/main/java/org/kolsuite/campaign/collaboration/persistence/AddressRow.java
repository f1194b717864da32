package org.kolsuite.campaign.collaboration.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Where a gift goes, encrypted. */
@Entity
@Table(name = "delivery_address")
public class AddressRow {
    @Id
    public UUID collaborationId;

    public String sealed;

    public Instant givenAt;
}
