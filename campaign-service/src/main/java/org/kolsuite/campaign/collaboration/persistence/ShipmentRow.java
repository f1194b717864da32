package org.kolsuite.campaign.collaboration.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A parcel that left. */
@Entity
@Table(name = "shipment")
public class ShipmentRow {
    @Id
    public UUID id;

    public UUID collaborationId;

    public UUID productId;

    public String carrier;

    public String trackingNumber;

    public long productCostMinor;

    public long shippingCostMinor;

    public String currency;

    public Instant shippedAt;
}
