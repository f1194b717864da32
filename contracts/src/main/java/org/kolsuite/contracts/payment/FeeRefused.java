package org.kolsuite.contracts.payment;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;

/**
 * Payment can't open the fee of an agreement; campaign shows a blocked task and keeps the reservation.
 *
 * @param code why, for example NO_PAYEE or BAD_TERMS
 */
public record FeeRefused(UUID feeId, UUID collaborationId, String code, String detail, Instant happenedAt)
        implements Event {
    @Override
    public UUID aggregateId() {
        return feeId;
    }

    @Override
    public String topic() {
        return Topics.FEE_EVENTS;
    }
}
