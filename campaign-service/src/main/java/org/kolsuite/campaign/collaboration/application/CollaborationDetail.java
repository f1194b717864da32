package org.kolsuite.campaign.collaboration.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.RightsClause;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.campaign.collaboration.model.Work;
import org.kolsuite.campaign.escalation.model.Proposal;
import org.kolsuite.contracts.campaign.Milestone;
import org.kolsuite.contracts.money.Money;

/**
 * Everything about one collaboration, for a member of its organisation.
 *
 * @param address masked; null when none was given
 * @param gift what was chosen and what it costs; null on the paid track and before
 * @param proposals what the escalation rules said, newest first
 * @param escalatedTo the paid collaboration that grew out of this gift
 */
public record CollaborationDetail(
        CollaborationSummary collaboration,
        @Nullable Terms terms,
        List<Milestone> milestones,
        @Nullable Work work,
        @Nullable RightsClause rights,
        @Nullable Gift gift,
        @Nullable String address,
        List<Parcel> shipments,
        List<HandedIn> contents,
        List<Result> results,
        List<Proposed> proposals,
        List<Payout> payouts,
        Money reserved,
        Money spent,
        @Nullable UUID escalatedTo,
        List<HistoryEntry> history) {

    /** The gift. */
    public record Gift(UUID productId, String productName, Money productCost, Money shippingCost) {}

    /** A parcel on its way. */
    public record Parcel(
            String carrier, String trackingNumber, Money productCost, Money shippingCost, Instant shippedAt) {}

    /** A script, draft or post. */
    public record HandedIn(
            UUID id,
            String kind,
            int round,
            @Nullable String url,
            @Nullable String text,
            Instant at,
            boolean late,
            String verdict,
            @Nullable String comment) {}

    /** What a post did so many days after it went live. */
    public record Result(
            int daysAfter,
            @Nullable Long views,
            @Nullable Long engagements,
            @Nullable Long saves,
            long orders,
            Money netRevenue,
            Instant snapshotAt) {}

    /** What a rule proposed, with its evidence. */
    public record Proposed(int daysAfter, Instant at, Proposal proposal) {}

    /** What payment told of the money. */
    public record Payout(
            UUID payoutId,
            String state,
            Money amount,
            String endToEndId,
            @Nullable String detail,
            Instant at) {}

    /** One step that was taken. */
    public record HistoryEntry(
            String verb,
            @Nullable String from,
            String to,
            String party,
            String actorName,
            @Nullable String reason,
            Instant at,
            Instant recordedAt) {}
}
