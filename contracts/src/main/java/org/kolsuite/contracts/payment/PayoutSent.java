package org.kolsuite.contracts.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * The payment order went to the bank.
 *
 * @param endToEndId the reference that travels through the banks unchanged
 */
public record PayoutSent(
        UUID payoutId,
        UUID feeId,
        @Nullable UUID collaborationId,
        @Nullable UUID kolId,
        Money amount,
        String endToEndId,
        Instant happenedAt)
        implements Event {
    @Override
    public UUID aggregateId() {
        return payoutId;
    }

    @Override
    public String topic() {
        return Topics.PAYOUT_EVENTS;
    }
}
