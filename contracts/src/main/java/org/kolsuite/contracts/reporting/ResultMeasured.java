package org.kolsuite.contracts.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * What a post did, measured a fixed number of days after it went live.
 *
 * @param daysAfter 7 or 21
 * @param views exposures or plays; null when no snapshot has them
 * @param engagements likes + comments + shares + saves
 * @param saves null when the platform does not report them
 * @param orders orders attributed by the organisation's attribution rule
 * @param netRevenue paid minus refunded of those orders
 * @param snapshotAt when the metrics that were used were taken
 */
public record ResultMeasured(
        UUID collaborationId,
        UUID campaignId,
        UUID kolId,
        UUID accountId,
        int daysAfter,
        @Nullable Long views,
        @Nullable Long engagements,
        @Nullable Long saves,
        long orders,
        Money netRevenue,
        Instant snapshotAt,
        Instant happenedAt)
        implements Event {
    @Override
    public UUID aggregateId() {
        return collaborationId;
    }

    @Override
    public String topic() {
        return Topics.RESULT_EVENTS;
    }
}
