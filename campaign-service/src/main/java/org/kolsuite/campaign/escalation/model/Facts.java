package org.kolsuite.campaign.escalation.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * What is known of a gift collaboration when its result comes.
 *
 * @param daysAfter when it was measured, 7 or 21 days after publishing
 * @param giftCost product and shipping, or null when no gift was booked
 * @param auditScore as of qualifying, or null
 * @param engagementsOfPosts of every measured post of this account in the organisation, this one included
 * @param snapshotAt when the metrics were taken
 */
public record Facts(
        int daysAfter,
        @Nullable Long engagements,
        @Nullable Long saves,
        long orders,
        Money netRevenue,
        @Nullable Money giftCost,
        @Nullable Integer auditScore,
        List<Long> engagementsOfPosts,
        Instant snapshotAt) {
    public Facts {
        engagementsOfPosts = List.copyOf(engagementsOfPosts);
    }
}
