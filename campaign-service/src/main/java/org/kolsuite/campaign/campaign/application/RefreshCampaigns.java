package org.kolsuite.campaign.campaign.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kolsuite.campaign.campaign.messaging.CampaignNews;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;

/**
 * Tells the others of campaigns again whose brand or products changed: a campaign's state carries the brand's name and the
 * margin rates that reports turn revenue into contribution with. Joins the transaction of the change.
 */
@ApplicationScoped
public class RefreshCampaigns {
    @Inject
    CampaignRepository campaigns;

    @Inject
    BudgetRepository budgets;

    @Inject
    CampaignNews news;

    @Inject
    Clock clock;

    public Uni<Void> ofBrand(UUID brandId) {
        return campaigns.ofBrand(brandId).chain(this::refresh);
    }

    public Uni<Void> withProduct(UUID productId) {
        return campaigns.withProduct(productId).chain(this::refresh);
    }

    private Uni<Void> refresh(List<Stored> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(stored -> campaigns
                        .touch(stored.campaign().id(), clock.instant())
                        .chain(touched ->
                                budgets.find(touched.campaign().id()).chain(budget -> news.changed(touched, budget))))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
