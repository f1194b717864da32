package org.kolsuite.campaign.campaign.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;
import org.kolsuite.campaign.campaign.persistence.CampaignRow;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Lists campaigns and reads one. */
@ApplicationScoped
public class ReadCampaigns {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BudgetRepository budgets;

    @Inject
    Catalogue catalogue;

    /** Newest first. */
    public Uni<Page<CampaignView>> list(
            Caller.Member caller,
            Campaign.@Nullable Status status,
            @Nullable UUID brandId,
            @Nullable String cursorText,
            @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> rows(status, brandId, cursor, limit + 1)
                        .chain(rows -> count(status, brandId)
                                .chain(total -> views(rows)
                                        .map(views -> Page.of(
                                                views,
                                                limit,
                                                view -> Cursor.of(view.createdAt(), view.id()),
                                                total)))));
    }

    public Uni<CampaignView> read(Caller.Member caller, UUID id) {
        return unitOfWork.as(caller, () -> campaigns.find(id).chain(this::view));
    }

    /** A campaign as stored, seen; joins the caller's transaction. */
    Uni<CampaignView> view(Stored stored) {
        return budgets.find(stored.campaign().id()).chain(budget -> view(stored, budget));
    }

    Uni<CampaignView> view(Stored stored, Budget budget) {
        Campaign campaign = stored.campaign();
        return catalogue
                .brandName(campaign.brandId())
                .chain(brand -> catalogue
                        .products(campaign.productIds())
                        .chain(products -> counts(campaign.id())
                                .map(counts -> new CampaignView(
                                        campaign.id(),
                                        stored.version(),
                                        campaign.brandId(),
                                        brand,
                                        campaign.name(),
                                        campaign.status(),
                                        campaign.startsOn(),
                                        campaign.endsOn(),
                                        campaign.timeZone().getId(),
                                        campaign.platforms(),
                                        products.stream()
                                                .map(product ->
                                                        new CampaignView.ProductName(product.id(), product.name()))
                                                .toList(),
                                        campaign.objectives(),
                                        campaign.runsBeside(),
                                        budget.total(),
                                        budget.reserved(),
                                        budget.spent(),
                                        budget.unplanned(),
                                        budget.available(),
                                        counts.total(),
                                        counts.open(),
                                        CampaignView.actionsIn(campaign.status()),
                                        stored.createdAt(),
                                        stored.launchedAt()))));
    }

    /** How many collaborations a campaign has, and how many of them are open. */
    record Counts(long total, long open) {}

    static Uni<Counts> counts(UUID campaignId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*), count(*) filter (where not at_end) from collaboration where campaign_id = :id",
                                Object[].class)
                        .setParameter("id", campaignId)
                        .getSingleResult())
                .map(row -> new Counts((Long) row[0], (Long) row[1]));
    }

    private Uni<List<CampaignView>> views(List<CampaignRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> view(campaigns.toStored(row)))
                .collect()
                .asList();
    }

    private static Uni<Long> count(Campaign.@Nullable Status status, @Nullable UUID brandId) {
        return Panache.getSession()
                .chain(session -> filtered(status, brandId, null)
                        .query(session, "select count(*) ", "", Long.class)
                        .getSingleResult());
    }

    private static Uni<List<CampaignRow>> rows(
            Campaign.@Nullable Status status, @Nullable UUID brandId, @Nullable Cursor cursor, int most) {
        return Panache.getSession()
                .chain(session -> filtered(status, brandId, cursor)
                        .query(session, "", " order by createdAt desc, id desc", CampaignRow.class)
                        .setMaxResults(most)
                        .getResultList());
    }

    private static Filter filtered(Campaign.@Nullable Status status, @Nullable UUID brandId, @Nullable Cursor cursor) {
        Filter filter = Filter.of("from CampaignRow");
        filter.andIf("status = :status", "status", status == null ? null : status.name())
                .andIf("brandId = :brand", "brand", brandId);
        if (cursor != null) {
            filter.and("(createdAt < :at or createdAt = :at and id < :id)", "at", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return filter;
    }
}
