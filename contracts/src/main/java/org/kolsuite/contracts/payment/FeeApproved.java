package org.kolsuite.contracts.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * Two people agreed that (a part of) a fee is payable: from here it is cost.
 *
 * @param collaborationId what the fee is for; null for an ad-hoc fee
 * @param milestone the part that was approved; null when the fee has no parts
 */
public record FeeApproved(
        UUID feeId,
        @Nullable UUID collaborationId,
        @Nullable UUID campaignId,
        @Nullable UUID kolId,
        @Nullable String milestone,
        Money amount,
        Instant happenedAt)
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
