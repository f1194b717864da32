package org.kolsuite.campaign.campaign.persistence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.kolsuite.campaign.campaign.model.Reservation;
import org.kolsuite.contracts.money.Money;

/** What one collaboration holds of a budget. */
@Entity
@Table(name = "budget_reservation")
public class ReservationRow {
    @EmbeddedId
    public Key key;

    public UUID campaignId;

    public String currency;

    public long heldMinor;

    public long spentMinor;

    /** A collaboration holds one reservation per purpose. */
    @Embeddable
    public record Key(UUID collaborationId, String purpose) implements Serializable {}

    public Reservation toModel() {
        return new Reservation(
                key.collaborationId(),
                Reservation.Purpose.valueOf(key.purpose()),
                Money.ofMinor(heldMinor, currency),
                Money.ofMinor(spentMinor, currency));
    }

    public void take(Reservation reservation) {
        heldMinor = reservation.held().amountMinor();
        spentMinor = reservation.spent().amountMinor();
    }
}
