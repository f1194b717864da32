package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * A campaign went from draft to running.
 */
public record CampaignLaunched(UUID campaignId, UUID brandId, String name, Money budget, Instant happenedAt)
        implements Event {
    @Override
    public UUID aggregateId() {
        return campaignId;
    }

    @Override
    public String topic() {
        return Topics.CAMPAIGN_EVENTS;
    }
}
