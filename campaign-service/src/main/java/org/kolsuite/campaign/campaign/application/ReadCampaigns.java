package org.kolsuite.campaign.campaign.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
                () -> rows(caller, status, brandId, cursor, limit + 1)
                        .chain(rows -> count(caller, status, brandId)
                                .chain(total -> views(rows.stream()
                                                .map(campaigns::toStored)
                                                .toList())
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
        return views(List.of(stored)).map(List::getFirst);
    }

    /** How many collaborations a campaign has, and how many of them are open. */
    record Counts(long total, long open) {
        static final Counts NONE = new Counts(0, 0);
    }

    static Uni<Counts> counts(UUID campaignId) {
        return counts(List.of(campaignId)).map(counts -> counts.getOrDefault(campaignId, Counts.NONE));
    }

    private static Uni<Map<UUID, Counts>> counts(List<UUID> campaignIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select campaignId, count(*), sum(case when atEnd then 0 else 1 end) from CollaborationRow where campaignId in (:ids) group by campaignId",
                                Object[].class)
                        .setParameter("ids", campaignIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0],
                                row -> new Counts((Long) row[1], ((Number) row[2]).longValue()))));
    }

    /** A page of campaigns in four questions, however long it is. */
    private Uni<List<CampaignView>> views(List<Stored> page) {
        if (page.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = page.stream().map(stored -> stored.campaign().id()).toList();
        Set<UUID> brandIds =
                page.stream().map(stored -> stored.campaign().brandId()).collect(Collectors.toSet());
        Set<UUID> productIds = page.stream()
                .flatMap(stored -> stored.campaign().productIds().stream())
                .collect(Collectors.toSet());
        return catalogue
                .brandNames(brandIds)
                .chain(brands -> catalogue
                        .products(productIds)
                        .chain(products -> budgets.findAll(ids)
                                .chain(budgetsById -> counts(ids)
                                        .map(counts -> page.stream()
                                                .map(stored -> toView(
                                                        stored,
                                                        brands.getOrDefault(
                                                                stored.campaign()
                                                                        .brandId(),
                                                                ""),
                                                        products,
                                                        Objects.requireNonNull(budgetsById.get(stored.campaign()
                                                                .id())),
                                                        counts.getOrDefault(
                                                                stored.campaign()
                                                                        .id(),
                                                                Counts.NONE)))
                                                .toList()))));
    }

    private static CampaignView toView(
            Stored stored, String brand, List<Catalogue.Product> products, Budget budget, Counts counts) {
        Campaign campaign = stored.campaign();
        return new CampaignView(
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
                        .filter(product -> campaign.productIds().contains(product.id()))
                        .map(product -> new CampaignView.ProductName(product.id(), product.name()))
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
                stored.launchedAt());
    }

    private static Uni<Long> count(Caller.Member caller, Campaign.@Nullable Status status, @Nullable UUID brandId) {
        return Panache.getSession()
                .chain(session -> filtered(caller, status, brandId, null)
                        .query(session, "select count(*) ", "", Long.class)
                        .getSingleResult());
    }

    private static Uni<List<CampaignRow>> rows(
            Caller.Member caller,
            Campaign.@Nullable Status status,
            @Nullable UUID brandId,
            @Nullable Cursor cursor,
            int most) {
        return Panache.getSession()
                .chain(session -> filtered(caller, status, brandId, cursor)
                        .query(session, "", " order by createdAt desc, id desc", CampaignRow.class)
                        .setMaxResults(most)
                        .getResultList());
    }

    private static Filter filtered(
            Caller.Member caller, Campaign.@Nullable Status status, @Nullable UUID brandId, @Nullable Cursor cursor) {
        Filter filter = Filter.of("from CampaignRow").and("tenantId = :tenant", "tenant", caller.tenant());
        filter.andIf("status = :status", "status", status == null ? null : status.name())
                .andIf("brandId = :brand", "brand", brandId);
        if (cursor != null) {
            filter.and("(createdAt < :at or createdAt = :at and id < :id)", "at", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return filter;
    }
}
