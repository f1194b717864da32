package org.kolsuite.campaign.campaign.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.messaging.CampaignNews;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetCurrencyIsFixed;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Raises or cuts a campaign's budget, never below what is committed (CASES W6). */
@ApplicationScoped
public class ChangeBudget {
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

    public Uni<CampaignView> change(
            Caller.Member caller, UUID id, @Nullable String ifMatch, Money total, @Nullable String reason) {
        return unitOfWork.as(
                caller,
                () -> campaigns.lock(id).chain(stored -> {
                    IfMatch.require(ifMatch, stored.version());
                    stored.campaign().requirePlannable();
                    return budgets.find(id).chain(before -> {
                        if (!before.total().currency().equals(total.currency())) {
                            throw new BudgetCurrencyIsFixed(before.total().currency(), total.currency());
                        }
                        boolean running = stored.campaign().status() == Campaign.Status.RUNNING;
                        return budgets.change(id, budget -> budget.changeTo(total))
                                .call(after -> trail.record(
                                        caller, "change-budget", "campaign", id, reason, before.total(), after.total()))
                                .chain(after -> campaigns
                                        .touch(id, clock.instant())
                                        .call(touched -> running
                                                ? news.budgetChanged(touched, before.total(), total, clock.instant())
                                                : Uni.createFrom().voidItem())
                                        .call(touched -> news.changed(touched, after))
                                        .chain(touched -> read.view(touched)));
                    });
                }));
    }
}
