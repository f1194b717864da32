package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * An agreed collaboration was cancelled. What is not approved is void; the compensation is owed instead.
 *
 * @param stage the state it was cancelled in, which decides the compensation's share
 * @param compensation what is still owed for work done; may be zero
 * @param reason the words of whoever cancelled
 */
public record CollaborationCancelled(
        UUID collaborationId,
        UUID campaignId,
        UUID kolId,
        String stage,
        Money compensation,
        String reason,
        Instant happenedAt)
        implements Event {
    @Override
    public UUID aggregateId() {
        return collaborationId;
    }

    @Override
    public String topic() {
        return Topics.COLLABORATION_EVENTS;
    }
}
