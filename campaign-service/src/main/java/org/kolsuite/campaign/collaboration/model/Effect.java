package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** What a step causes beside the new state. The use case carries all of it out in the step's own transaction. */
public sealed interface Effect {

    /** The gift's cost and shipping are held in the budget. */
    record GiftReserved(Money amount) implements Effect {}

    /** What was held for the gift is returned to the budget. */
    record GiftReleased() implements Effect {}

    /** The parcel left: what it cost is spent, more or less than was held. */
    record GiftSpent(
            UUID productId, Money productCost, Money shippingCost, String carrier, String trackingNumber, Instant at)
            implements Effect {}

    /** One of the brief's places is taken. */
    record PlaceTaken(UUID briefId) implements Effect {}

    /** A place is free again. */
    record PlaceReturned(UUID briefId) implements Effect {}

    /** The KOL needs a promo code and a tracked link. */
    record CodesNeeded() implements Effect {}

    /** Both sides agreed: the fee is held in the budget and payment hears of it. */
    record FeeAgreed(Terms terms) implements Effect {}

    /** A part of the fee may be requested. */
    record MilestonePassed(Terms.Step step) implements Effect {}

    /**
     * An agreement ended early.
     *
     * @param keep what stays held for the compensation; the rest is released
     */
    record AgreementCancelled(String stage, Money keep, String reason) implements Effect {}

    /** A script, draft or post came in. @param late after its deadline by the server's clock */
    record ContentHandedIn(
            Kind kind, @Nullable String url, @Nullable String text, Instant at, boolean late) implements Effect {}

    /** The latest script or draft was looked at. @param comment what to change, or null when approved */
    record ContentJudged(
            Kind kind, boolean approved, @Nullable String comment) implements Effect {}

    /** The post is gone; what was licensed stays licensed. */
    record ContentRemoved() implements Effect {}

    /** The brand may reuse the content. */
    record RightsGranted(RightsClause clause, LocalDate from, LocalDate until) implements Effect {}

    /** What was handed in. */
    enum Kind {
        SCRIPT,
        DRAFT,
        POST
    }
}
