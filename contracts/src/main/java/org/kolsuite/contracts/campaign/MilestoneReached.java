package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;

/**
 * A milestone of the agreement was reached, so its part of the fee may be requested.
 *
 * @param milestone the {@link Milestone#name()} as agreed
 */
public record MilestoneReached(UUID collaborationId, String milestone, Instant happenedAt) implements Event {
    @Override
    public UUID aggregateId() {
        return collaborationId;
    }

    @Override
    public String topic() {
        return Topics.COLLABORATION_EVENTS;
    }
}
