package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * A gift left the warehouse: what was reserved for it is spent now.
 *
 * @param productCost what the goods cost the brand, not their price
 * @param shippingCost carriage in the campaign's currency
 */
public record GiftShipped(
        UUID collaborationId,
        UUID campaignId,
        UUID kolId,
        UUID accountId,
        UUID productId,
        Money productCost,
        Money shippingCost,
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
