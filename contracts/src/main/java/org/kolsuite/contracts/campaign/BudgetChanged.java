package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * A running campaign's budget was raised or cut; never below what is committed.
 */
public record BudgetChanged(UUID campaignId, Money before, Money after, Instant happenedAt) implements Event {
    @Override
    public UUID aggregateId() {
        return campaignId;
    }

    @Override
    public String topic() {
        return Topics.CAMPAIGN_EVENTS;
    }
}
