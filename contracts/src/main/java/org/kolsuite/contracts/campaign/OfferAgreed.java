package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * Both sides agreed on a paid collaboration; its fee is reserved in the campaign's budget by the same transaction.
 *
 * @param agencyId the MCN the KOL was contracted through, who is then the payee; null when the KOL is paid directly
 * @param escalatedFrom the gift collaboration this one grew out of, or null
 * @param fee the whole fee
 * @param milestones parts of the fee in order; they sum to it
 */
public record OfferAgreed(
        UUID collaborationId,
        UUID campaignId,
        UUID kolId,
        UUID accountId,
        @Nullable UUID agencyId,
        @Nullable UUID escalatedFrom,
        Money fee,
        List<Milestone> milestones,
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
