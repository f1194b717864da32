package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AccountUnknown;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.PlatformNotInCampaign;
import org.kolsuite.campaign.collaboration.model.GiftTrack;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.kol.Kols;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;

/** Puts accounts on a campaign's short list: those that fit are added, the others come back with the reason. */
@ApplicationScoped
public class ShortList {
    @Inject
    CampaignRepository campaigns;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    Kols kols;

    @Inject
    TakeStep steps;

    @Inject
    ReadCollaborations read;

    /** What became of each account. */
    public record Outcome(List<CollaborationSummary> added, List<Refused> refused) {}

    /** An account that was not added, and why. */
    public record Refused(UUID accountId, String code, String detail) {}

    /** Joins the transaction of the idempotency key. @param at when it happened; null for now */
    public Uni<Outcome> add(
            Caller.Member caller, UUID campaignId, List<UUID> accountIds, @Nullable String note, @Nullable Instant at) {
        List<UUID> added = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        return campaigns
                .find(campaignId)
                .invoke(stored -> stored.campaign().requirePlannable())
                .chain(stored -> {
                    Moment moment = steps.moment(caller, at, null, stored.campaign());
                    return Multi.createFrom()
                            .iterable(accountIds.stream().distinct().toList())
                            .onItem()
                            .transformToUniAndConcatenate(accountId -> one(
                                            stored.campaign(), accountId, note, moment, at != null)
                                    .invoke(row -> added.add(row.id))
                                    .onFailure(Rejection.class)
                                    .recoverWithItem(failure -> {
                                        Rejection rejection = (Rejection) failure;
                                        refused.add(new Refused(accountId, rejection.code(), rejection.detail()));
                                        return null;
                                    }))
                            .collect()
                            .last();
                })
                .chain(() -> read.summaries(added))
                .map(summaries -> new Outcome(summaries, refused));
    }

    private Uni<CollaborationRow> one(
            Campaign campaign, UUID accountId, @Nullable String note, Moment moment, boolean dated) {
        return account(campaign, accountId)
                .call(account -> collaborations.requireFree(campaign.id(), accountId, Track.GIFT))
                .chain(account -> {
                    Collaboration.Gift gift = GiftTrack.begin(new Identity(
                            Ids.next(), campaign.id(), null, account.kolId(), accountId, account.agencyId(), null));
                    CollaborationRow row = collaborations.newRow(gift, moment.at());
                    row.note = note;
                    return steps.begin(gift, row, Verb.SHORTLIST, moment, dated);
                });
    }

    /** @throws AccountUnknown when the registry never told of it; PlatformNotInCampaign when it stands elsewhere */
    Uni<Kols.Account> account(Campaign campaign, UUID accountId) {
        return kols.account(accountId)
                .onItem()
                .ifNull()
                .failWith(AccountUnknown::new)
                .invoke(account -> {
                    if (!campaign.platforms().contains(account.platform())) {
                        throw new PlatformNotInCampaign(account.platform());
                    }
                });
    }
}
