package org.kolsuite.campaign.campaign.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.messaging.CampaignNews;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.model.Objective;
import org.kolsuite.campaign.campaign.model.OtherMarketing;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Writes a campaign's plan, and rewrites it. */
@ApplicationScoped
public class PlanCampaign {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BudgetRepository budgets;

    @Inject
    Catalogue catalogue;

    @Inject
    CampaignNews news;

    @Inject
    AuditTrail trail;

    @Inject
    ReadCampaigns read;

    @Inject
    Clock clock;

    /** What a person writes down. */
    public record Plan(
            UUID brandId,
            String name,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            List<String> platforms,
            List<UUID> productIds,
            List<Objective> objectives,
            List<OtherMarketing> runsBeside) {
        Campaign as(UUID id, Campaign.Status status) {
            return new Campaign(
                    id,
                    brandId,
                    name.strip(),
                    status,
                    startsOn,
                    endsOn,
                    Campaign.zone(timeZone),
                    platforms,
                    productIds,
                    objectives,
                    runsBeside);
        }
    }

    /** A new draft. Joins the transaction of the idempotency key. */
    public Uni<CampaignView> plan(Caller.Member caller, Plan plan, Money total) {
        Campaign campaign = plan.as(Ids.next(), Campaign.Status.DRAFT);
        Budget budget = Budget.of(total);
        return checked(campaign)
                .chain(() -> campaigns.add(campaign, budget, clock.instant()))
                .chain(() -> trail.record(caller, "plan-campaign", "campaign", campaign.id(), null, null, plan))
                .chain(() -> campaigns.find(campaign.id()))
                .call(stored -> news.changed(stored, budget))
                .chain(stored -> read.view(stored));
    }

    public Uni<CampaignView> replan(Caller.Member caller, UUID id, @Nullable String ifMatch, Plan plan) {
        return unitOfWork.as(
                caller,
                () -> campaigns.lock(id).chain(before -> {
                    IfMatch.require(ifMatch, before.version());
                    Campaign after = before.campaign()
                            .replannedAs(plan.as(id, before.campaign().status()));
                    return checked(after)
                            .chain(() -> campaigns.save(after, before.launchedAt(), clock.instant()))
                            .call(stored -> trail.record(
                                    caller, "replan-campaign", "campaign", id, null, before.campaign(), plan))
                            .chain(stored -> budgets.find(id)
                                    .call(budget -> news.changed(stored, budget))
                                    .chain(budget -> read.view(stored)));
                }));
    }

    private Uni<Void> checked(Campaign campaign) {
        return catalogue
                .platformCodes()
                .invoke(campaign::onKnownPlatforms)
                .chain(() -> catalogue.brandName(campaign.brandId()))
                .chain(() -> catalogue.products(campaign.productIds()))
                .replaceWithVoid();
    }
}
