package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.campaign.model.Reservation.Purpose;
import org.kolsuite.campaign.collaboration.messaging.CollaborationNews;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Decision;
import org.kolsuite.campaign.collaboration.model.Effect;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.collaboration.persistence.ShipmentRow;
import org.kolsuite.campaign.content.ContentLedger;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;

/** Carries out what a step causes beside its state, one after the other, in the step's transaction. */
@ApplicationScoped
class CarryOut {
    @Inject
    BudgetBook budget;

    @Inject
    BriefRepository briefs;

    @Inject
    IssueCodes codes;

    @Inject
    ContentLedger contents;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    CollaborationNews news;

    <C extends Collaboration> Uni<Void> all(Decision<C> decision, CollaborationRow row, Moment moment) {
        Identity identity = decision.next().identity();
        return Multi.createFrom()
                .iterable(decision.effects())
                .onItem()
                .transformToUniAndConcatenate(effect -> one(effect, identity, row, moment))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> one(Effect effect, Identity who, CollaborationRow row, Moment moment) {
        return switch (effect) {
            case Effect.GiftReserved(Money amount) -> budget.reserve(who.campaignId(), who.id(), Purpose.GIFT, amount);
            case Effect.GiftReleased _ -> releaseGift(who);
            case Effect.GiftSpent gift -> ship(gift, who, row);
            case Effect.PlaceTaken place ->
                briefs.lock(place.briefId())
                        .chain(stored -> briefs.save(stored.brief().placeTaken()))
                        .replaceWithVoid();
            case Effect.PlaceReturned place ->
                briefs.lock(place.briefId())
                        .chain(stored -> briefs.save(stored.brief().placeReturned()))
                        .replaceWithVoid();
            case Effect.CodesNeeded _ -> codes.issue(row);
            case Effect.FeeAgreed agreed ->
                budget.reserve(
                                who.campaignId(),
                                who.id(),
                                Purpose.FEE,
                                agreed.terms().fee())
                        .chain(() -> news.agreed(who, agreed.terms(), moment.at()));
            case Effect.MilestonePassed passed -> news.milestone(who, passed.step(), moment.at());
            case Effect.AgreementCancelled cancelled ->
                budget.release(who.campaignId(), who.id(), Purpose.FEE, cancelled.keep())
                        .chain(() -> news.cancelled(who, cancelled, moment.at()));
            case Effect.ContentHandedIn handedIn -> {
                if (handedIn.kind() == Effect.Kind.POST) {
                    row.postUrl = handedIn.url();
                    row.publishedAt = handedIn.at();
                }
                yield contents.handIn(who, handedIn);
            }
            case Effect.ContentJudged judged -> contents.judge(who.id(), judged);
            case Effect.ContentRemoved _ -> contents.remove(who.id());
            case Effect.RightsGranted granted -> contents.grant(who, granted);
        };
    }

    private Uni<Void> releaseGift(Identity who) {
        return budget.currencyOf(who.campaignId())
                .chain(currency -> budget.release(who.campaignId(), who.id(), Purpose.GIFT, Money.zero(currency)));
    }

    private Uni<Void> ship(Effect.GiftSpent gift, Identity who, CollaborationRow row) {
        ShipmentRow parcel = new ShipmentRow();
        parcel.id = Ids.next();
        parcel.collaborationId = who.id();
        parcel.productId = gift.productId();
        parcel.carrier = gift.carrier();
        parcel.trackingNumber = gift.trackingNumber();
        parcel.productCostMinor = gift.productCost().amountMinor();
        parcel.shippingCostMinor = gift.shippingCost().amountMinor();
        parcel.currency = gift.productCost().currency();
        parcel.shippedAt = gift.at();
        return budget.settle(
                        who.campaignId(),
                        who.id(),
                        Purpose.GIFT,
                        gift.productCost().plus(gift.shippingCost()))
                .chain(() -> collaborations.add(parcel))
                .chain(() -> news.giftShipped(who, gift));
    }
}
