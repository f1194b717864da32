package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.FeeInAnotherCurrency;
import org.kolsuite.campaign.collaboration.model.Deliverable;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.model.PaidTrack;
import org.kolsuite.campaign.collaboration.model.RightsClause;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;

/**
 * Opens a paid collaboration with an offer: for an account directly, or by escalating a measured gift, which ends the
 * gift's collaboration and keeps its cost there. An offer promises nothing yet, but one that the budget could not cover is
 * not sent; the fee is reserved when both sides agree.
 */
@ApplicationScoped
public class MakeOffer {
    @Inject
    TakeStep steps;

    @Inject
    InviteKol invitations;

    @Inject
    ShortList shortList;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BudgetRepository budgets;

    @Inject
    Catalogue catalogue;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    PaidTrack paidTrack;

    /**
     * What the brand offers; what is left out comes from the brief.
     *
     * @param shares when the fee falls due; half signed and half verified when empty
     * @param productId what it shows, or null
     */
    public record Proposal(
            UUID briefId,
            Money fee,
            List<Terms.Share> shares,
            @Nullable RightsClause rights,
            @Nullable Integer retentionDays,
            @Nullable Instant publishBy,
            @Nullable UUID productId) {
        Terms on(Brief brief, ZoneId zone) {
            return new Terms(
                    fee,
                    shares.isEmpty() ? HALF_AND_HALF : shares,
                    brief.deliverables().stream()
                            .map(wanted -> new Deliverable(wanted.format(), wanted.quantity(), wanted.dueAt(zone)))
                            .toList(),
                    rights == null ? brief.rights() : rights,
                    brief.disclosure(),
                    brief.hashtags(),
                    brief.scriptRequired(),
                    retentionDays == null ? brief.retentionDays() : retentionDays,
                    publishBy);
        }
    }

    /** DOMAIN, fee models: 50 % signed, 50 % verified. */
    private static final List<Terms.Share> HALF_AND_HALF =
            List.of(new Terms.Share(Terms.Step.SIGNED, 1), new Terms.Share(Terms.Step.VERIFIED, 1));

    /** Offers directly. Joins the transaction of the idempotency key. */
    public Uni<TakeStep.Taken> offer(
            Caller.Member caller, UUID campaignId, UUID accountId, Proposal proposal, @Nullable Instant at) {
        return campaigns.find(campaignId).chain(stored -> {
            Campaign campaign = stored.campaign();
            campaign.requireRunning();
            Moment moment = steps.moment(caller, at, null, campaign);
            return shortList
                    .account(campaign, accountId)
                    .chain(account -> open(
                            campaign,
                            new Identity(
                                    Ids.next(),
                                    campaignId,
                                    proposal.briefId(),
                                    account.kolId(),
                                    accountId,
                                    account.agencyId(),
                                    null),
                            proposal,
                            moment,
                            at != null));
        });
    }

    /** Escalates a gift. Joins the transaction of the idempotency key; answers with the paid collaboration. */
    public Uni<TakeStep.Taken> escalate(Caller.Member caller, Step step, Proposal proposal) {
        UUID paidId = Ids.next();
        return steps.gift(caller, step, Verb.ESCALATE, situation -> {
                    situation.campaign().requireRunning();
                    return Uni.createFrom().item(new GiftCommand.Escalate(paidId));
                })
                .chain(taken -> collaborations.find(taken.id()))
                .chain(gift -> campaigns.find(gift.campaignId).chain(stored -> {
                    Moment moment = steps.moment(caller, step.at(), step.reason(), stored.campaign());
                    Identity identity = new Identity(
                            paidId,
                            gift.campaignId,
                            proposal.briefId(),
                            gift.kolId,
                            gift.accountId,
                            gift.agencyId,
                            gift.id);
                    Proposal withProduct =
                            proposal.productId() == null ? withProduct(proposal, gift.productId) : proposal;
                    return open(stored.campaign(), identity, withProduct, moment, step.at() != null);
                }));
    }

    private static Proposal withProduct(Proposal proposal, @Nullable UUID productId) {
        return new Proposal(
                proposal.briefId(),
                proposal.fee(),
                proposal.shares(),
                proposal.rights(),
                proposal.retentionDays(),
                proposal.publishBy(),
                productId);
    }

    private Uni<TakeStep.Taken> open(
            Campaign campaign, Identity identity, Proposal proposal, Moment moment, boolean dated) {
        return collaborations
                .requireFree(campaign.id(), identity.accountId(), Track.PAID)
                .chain(() -> budgets.find(campaign.id()))
                .invoke(budget -> requireCovered(budget, proposal.fee()))
                .chain(() -> proposal.productId() == null
                        ? Uni.createFrom().voidItem()
                        : catalogue.product(proposal.productId()).replaceWithVoid())
                .chain(() -> invitations.send(proposal.briefId(), campaign.id(), moment))
                .chain(brief -> {
                    Terms terms = proposal.on(brief, campaign.timeZone());
                    Paid paid = paidTrack.begin(identity, terms, moment);
                    CollaborationRow row = collaborations.newRow(paid, moment.at());
                    row.productId = proposal.productId();
                    row.sharedAt = moment.at();
                    return steps.begin(paid, row, Verb.OFFER, moment, dated).map(TakeStep.Taken::of);
                });
    }

    private static void requireCovered(Budget budget, Money fee) {
        if (!budget.total().currency().equals(fee.currency())) {
            throw new FeeInAnotherCurrency(budget.total().currency(), fee.currency());
        }
        budget.requireAvailable(fee);
    }
}
