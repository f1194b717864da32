package org.kolsuite.contracts.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * The bank's statement shows the payment.
 *
 * @param bankReference the bank's own reference, or the end-to-end id where it gives none
 * @param endToEndId the reference that travels through the banks unchanged
 */
public record PayoutSettled(
        UUID payoutId,
        UUID feeId,
        @Nullable UUID collaborationId,
        @Nullable UUID kolId,
        Money amount,
        String endToEndId,
        String bankReference,
        LocalDate bookingDate,
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
