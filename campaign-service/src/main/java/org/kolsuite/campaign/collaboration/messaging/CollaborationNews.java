package org.kolsuite.campaign.collaboration.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kolsuite.campaign.collaboration.model.Effect;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.contracts.campaign.CollaborationCancelled;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.campaign.MilestoneReached;
import org.kolsuite.contracts.campaign.OfferAgreed;
import org.kolsuite.platform.outbox.Outbox;

/** Tells the other services what happened to a collaboration, in the transaction in which it happened. */
@ApplicationScoped
public class CollaborationNews {
    @Inject
    Outbox outbox;

    public Uni<Void> giftShipped(Identity who, Effect.GiftSpent gift) {
        return outbox.append(new GiftShipped(
                who.id(),
                who.campaignId(),
                who.kolId(),
                who.accountId(),
                gift.productId(),
                gift.productCost(),
                gift.shippingCost(),
                gift.at()));
    }

    public Uni<Void> agreed(Identity who, Terms terms, Instant at) {
        return outbox.append(new OfferAgreed(
                who.id(),
                who.campaignId(),
                who.kolId(),
                who.accountId(),
                who.agencyId(),
                who.escalatedFrom(),
                terms.fee(),
                terms.milestones(),
                at));
    }

    public Uni<Void> milestone(Identity who, Terms.Step step, Instant at) {
        return outbox.append(new MilestoneReached(who.id(), step.name(), at));
    }

    public Uni<Void> cancelled(Identity who, Effect.AgreementCancelled cancelled, Instant at) {
        return outbox.append(new CollaborationCancelled(
                who.id(), who.campaignId(), who.kolId(), cancelled.stage(), cancelled.keep(), cancelled.reason(), at));
    }

    /** The whole present state, for the compacted topic; after the flush, so that the version is the stored one. */
    public Uni<Void> changed(CollaborationRow row) {
        return outbox.append(new CollaborationState(
                row.id,
                row.version,
                row.campaignId,
                row.kolId,
                row.accountId,
                row.agencyId,
                row.track,
                row.state,
                row.escalatedFrom,
                row.productId,
                row.promoCode,
                row.trackingSlug,
                row.trackingTarget,
                row.postUrl,
                row.publishedAt));
    }
}
