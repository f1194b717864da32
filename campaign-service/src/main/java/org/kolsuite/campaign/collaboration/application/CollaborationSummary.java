package org.kolsuite.campaign.collaboration.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.contracts.money.Money;

/**
 * A collaboration in a list, on a board or as the head of its page, as a member of its organisation sees it.
 *
 * @param stateSince when the state was reached
 * @param dueAt what the clock does next, or null
 * @param auditScore as of qualifying; before that, what the registry's latest audit says; null without one
 * @param deliveryAssumed nobody confirmed the delivery, time did
 * @param actions what the brand may do now, as in the address: {@code prepare-shipment}
 * @param onBehalf those among the actions that are the KOL's, and need a reason when the brand takes them
 * @param blocked why payment refused the fee, or null
 * @param note the organisation's own
 */
public record CollaborationSummary(
        UUID id,
        long version,
        UUID campaignId,
        String campaignName,
        @Nullable UUID briefId,
        Track track,
        String state,
        Instant stateSince,
        @Nullable Instant dueAt,
        boolean atEnd,
        UUID kolId,
        String kolName,
        @Nullable UUID agencyId,
        UUID accountId,
        String platform,
        String handle,
        @Nullable String tier,
        @Nullable Long followers,
        @Nullable Integer auditScore,
        boolean deliveryAssumed,
        @Nullable Money fee,
        @Nullable UUID productId,
        @Nullable String promoCode,
        @Nullable String trackingSlug,
        @Nullable String trackingTarget,
        @Nullable String postUrl,
        @Nullable Instant publishedAt,
        @Nullable UUID escalatedFrom,
        @Nullable Blocked blocked,
        @Nullable String note,
        List<String> actions,
        List<String> onBehalf,
        Instant createdAt) {

    /** Why payment can't go on. */
    public record Blocked(String code, String detail) {}
}
