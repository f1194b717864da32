package org.kolsuite.campaign.campaign.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.CampaignNotFound;
import org.kolsuite.campaign.campaign.model.Objective;
import org.kolsuite.campaign.campaign.model.OtherMarketing;

/** Stores campaigns and finds them again; every method joins the caller's transaction. */
@ApplicationScoped
public class CampaignRepository {
    @Inject
    StoredJson json;

    /** A campaign as stored: the model with its version and the times of its life. */
    public record Stored(
            Campaign campaign,
            long version,
            Instant createdAt,
            @Nullable Instant launchedAt) {}

    public Uni<Void> add(Campaign campaign, Budget budget, Instant now) {
        CampaignRow row = new CampaignRow();
        row.id = campaign.id();
        row.createdAt = now;
        row.changedAt = now;
        write(row, campaign);
        BudgetRow money = new BudgetRow();
        money.campaignId = campaign.id();
        money.take(budget);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush).chain(() -> session.persist(money)));
    }

    /** @throws CampaignNotFound when there is none for this caller */
    public Uni<Stored> find(UUID id) {
        return row(id, LockModeType.NONE).map(this::toStored);
    }

    /** As {@link #find}, holding the row until the transaction ends. */
    public Uni<Stored> lock(UUID id) {
        return row(id, LockModeType.PESSIMISTIC_WRITE).map(this::toStored);
    }

    /** Stores a campaign that was {@link #lock}ed before; the stored one with its new version. */
    public Uni<Stored> save(Campaign campaign, @Nullable Instant launchedAt, Instant now) {
        return row(campaign.id(), LockModeType.NONE)
                .invoke(row -> {
                    write(row, campaign);
                    row.launchedAt = launchedAt;
                    row.changedAt = now;
                })
                .call(Panache::flush)
                .map(this::toStored);
    }

    /** Makes the campaign's version one higher, for a change that stands in the budget's own row. */
    public Uni<Stored> touch(UUID id, Instant now) {
        return row(id, LockModeType.NONE)
                .invoke(row -> row.changedAt = now)
                .call(Panache::flush)
                .map(this::toStored);
    }

    public Uni<List<Stored>> ofBrand(UUID brandId) {
        return list("from CampaignRow where brandId = :it order by id", brandId);
    }

    /** Campaigns that are about the product, among others. */
    public Uni<List<Stored>> withProduct(UUID productId) {
        return list("from CampaignRow where productIds like :it order by id", "%\"" + productId + "\"%");
    }

    private Uni<List<Stored>> list(String query, Object it) {
        return Panache.getSession()
                .chain(session -> session.createQuery(query, CampaignRow.class)
                        .setParameter("it", it)
                        .getResultList())
                .map(rows -> rows.stream().map(this::toStored).toList());
    }

    private static Uni<CampaignRow> row(UUID id, LockModeType lock) {
        return Panache.getSession()
                .chain(session -> session.find(CampaignRow.class, id, lock))
                .onItem()
                .ifNull()
                .failWith(CampaignNotFound::new);
    }

    private void write(CampaignRow row, Campaign campaign) {
        row.brandId = campaign.brandId();
        row.name = campaign.name();
        row.status = campaign.status().name();
        row.startsOn = campaign.startsOn();
        row.endsOn = campaign.endsOn();
        row.timeZone = campaign.timeZone().getId();
        row.platforms = json.write(campaign.platforms());
        row.productIds = json.write(campaign.productIds());
        row.objectives = json.write(campaign.objectives());
        row.runsBeside = json.write(campaign.runsBeside());
    }

    public Stored toStored(CampaignRow row) {
        List<String> platforms = json.readList(row.platforms, String.class);
        Campaign campaign = new Campaign(
                row.id,
                row.brandId,
                row.name,
                Campaign.Status.valueOf(row.status),
                row.startsOn,
                row.endsOn,
                ZoneId.of(row.timeZone),
                platforms,
                json.readList(row.productIds, UUID.class),
                json.readList(row.objectives, Objective.class),
                json.readList(row.runsBeside, OtherMarketing.class));
        return new Stored(campaign, row.version, row.createdAt, row.launchedAt);
    }
}
