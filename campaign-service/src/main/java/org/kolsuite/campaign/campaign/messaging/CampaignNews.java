package org.kolsuite.campaign.campaign.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.contracts.campaign.BudgetChanged;
import org.kolsuite.contracts.campaign.CampaignLaunched;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.outbox.Outbox;

/** Tells the other services what happened to a campaign, in the transaction in which it happened. */
@ApplicationScoped
public class CampaignNews {
    @Inject
    Outbox outbox;

    @Inject
    Catalogue catalogue;

    public Uni<Void> launched(Stored stored, Budget budget, Instant at) {
        return outbox.append(new CampaignLaunched(
                stored.campaign().id(),
                stored.campaign().brandId(),
                stored.campaign().name(),
                budget.total(),
                at));
    }

    public Uni<Void> budgetChanged(Stored stored, Money before, Money after, Instant at) {
        return outbox.append(new BudgetChanged(stored.campaign().id(), before, after, at));
    }

    /** The whole present state, for the compacted topic. */
    public Uni<Void> changed(Stored stored, Budget budget) {
        var campaign = stored.campaign();
        return catalogue
                .brandName(campaign.brandId())
                .chain(brandName -> catalogue
                        .products(campaign.productIds())
                        .chain(products -> outbox.append(new CampaignState(
                                campaign.id(),
                                stored.version(),
                                campaign.brandId(),
                                brandName,
                                campaign.name(),
                                campaign.status().name(),
                                budget.total(),
                                campaign.startsOn(),
                                campaign.endsOn(),
                                products.stream()
                                        .map(product -> new CampaignState.Product(
                                                product.id(),
                                                product.name(),
                                                product.marginRates().stream()
                                                        .map(rate ->
                                                                new CampaignState.MarginRate(rate.from(), rate.rate()))
                                                        .toList()))
                                        .toList(),
                                campaign.objectives().stream()
                                        .map(objective -> new CampaignState.Objective(
                                                objective.kind().name(), objective.metric(), objective.target()))
                                        .toList()))));
    }
}
