package org.kolsuite.campaign.campaign.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.messaging.CampaignNews;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Takes a campaign through its life: launch, close, cancel. */
@ApplicationScoped
public class RunCampaign {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BudgetRepository budgets;

    @Inject
    CampaignNews news;

    @Inject
    AuditTrail trail;

    @Inject
    ReadCampaigns read;

    @Inject
    Clock clock;

    /** @param at when it was launched, for imported history; null for now */
    public Uni<CampaignView> launch(Caller.Member caller, UUID id, @Nullable String ifMatch, @Nullable Instant at) {
        Instant when = at == null || at.isAfter(clock.instant()) ? clock.instant() : at;
        return step(caller, id, ifMatch, "launch-campaign", null, (before, open) -> before.launched(), when);
    }

    public Uni<CampaignView> close(Caller.Member caller, UUID id, @Nullable String ifMatch, @Nullable String reason) {
        return step(caller, id, ifMatch, "close-campaign", reason, Campaign::closed, clock.instant());
    }

    public Uni<CampaignView> cancel(Caller.Member caller, UUID id, @Nullable String ifMatch, @Nullable String reason) {
        return step(caller, id, ifMatch, "cancel-campaign", reason, Campaign::cancelled, clock.instant());
    }

    private interface Step {
        Campaign apply(Campaign before, long open);
    }

    private Uni<CampaignView> step(
            Caller.Member caller,
            UUID id,
            @Nullable String ifMatch,
            String action,
            @Nullable String reason,
            Step step,
            Instant at) {
        return unitOfWork.as(
                caller,
                () -> campaigns.lock(id).chain(before -> {
                    IfMatch.require(ifMatch, before.version());
                    return ReadCampaigns.counts(id).chain(counts -> {
                        Campaign after = step.apply(before.campaign(), counts.open());
                        boolean launched = after.status() == Campaign.Status.RUNNING;
                        return campaigns
                                .save(after, launched ? at : before.launchedAt(), clock.instant())
                                .call(stored -> trail.record(
                                        caller,
                                        action,
                                        "campaign",
                                        id,
                                        reason,
                                        before.campaign().status(),
                                        after.status()))
                                .chain(stored -> published(stored, launched, at));
                    });
                }));
    }

    private Uni<CampaignView> published(Stored stored, boolean launched, Instant at) {
        return budgets.find(stored.campaign().id())
                .call(budget -> launched
                        ? news.launched(stored, budget, at)
                        : Uni.createFrom().voidItem())
                .call(budget -> news.changed(stored, budget))
                .chain(budget -> read.view(stored));
    }
}
