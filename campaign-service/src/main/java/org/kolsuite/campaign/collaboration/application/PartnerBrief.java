package org.kolsuite.campaign.collaboration.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.application.BriefView;
import org.kolsuite.campaign.collaboration.model.RightsClause;
import org.kolsuite.contracts.campaign.Milestone;
import org.kolsuite.contracts.money.Money;

/**
 * A brief with everything that was agreed and done on it, as the KOL or their agency sees it: nothing of the
 * organisation's notes, scores, budgets or plans.
 *
 * @param id of the collaboration: the brief as this KOL was asked
 * @param state as far as it concerns the KOL; what the brand decides about a measured gift reads COMPLETED
 * @param dueAt until when an invitation or offer counts, or a reminder comes; null when nothing is waited for
 * @param actions what the KOL may do now, as in the address: {@code submit-draft}
 * @param gift what is sent, or null
 * @param trackingSlug the last part of the tracked link
 */
public record PartnerBrief(
        UUID id,
        long version,
        String brandName,
        String campaignName,
        String track,
        String state,
        Instant stateSince,
        @Nullable Instant dueAt,
        String kolName,
        String platform,
        String handle,
        String title,
        String keyMessage,
        List<BriefView.Wanted> deliverables,
        List<String> dos,
        List<String> donts,
        String disclosure,
        List<String> hashtags,
        boolean scriptRequired,
        @Nullable RightsClause rights,
        @Nullable Money fee,
        List<Milestone> milestones,
        @Nullable Integer retentionDays,
        @Nullable Instant publishBy,
        @Nullable String gift,
        boolean addressGiven,
        @Nullable String promoCode,
        @Nullable String trackingSlug,
        @Nullable String postUrl,
        @Nullable Instant publishedAt,
        List<String> actions,
        List<Parcel> shipments,
        List<CollaborationDetail.HandedIn> contents,
        List<CollaborationDetail.Payout> payouts,
        List<Happened> history) {

    /** A parcel on its way, without what it cost. */
    public record Parcel(String carrier, String trackingNumber, Instant shippedAt) {}

    /**
     * One step that was taken.
     *
     * @param by {@code YOU}, {@code BRAND} or {@code SUITE}
     * @param reason in the words of whoever took it, where they are meant for both sides
     */
    public record Happened(
            String verb, String state, String by, @Nullable String reason, Instant at) {}
}
