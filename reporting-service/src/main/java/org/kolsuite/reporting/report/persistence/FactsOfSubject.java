package org.kolsuite.reporting.report.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.reporting.directory.CampaignRow;
import org.kolsuite.reporting.directory.CollaborationRow;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.metrics.persistence.Snapshots;
import org.kolsuite.reporting.orders.model.MarginPolicy.DatedRate;
import org.kolsuite.reporting.orders.persistence.OrderFacts;
import org.kolsuite.reporting.report.model.Facts;

/** Gathers all facts of one subject, in the open transaction. */
@ApplicationScoped
public class FactsOfSubject {
    @Inject
    Snapshots snapshots;

    @Inject
    OrderFacts orders;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kol.reporting.zone")
    String zone;

    /** The facts of a collaboration; null while its campaign, and so its currency, is not known. */
    public Uni<@Nullable Facts> collaboration(CollaborationRow row) {
        return Panache.getSession()
                .chain(session -> session.find(CampaignRow.class, row.campaignId))
                .chain(campaign -> campaign == null ? Uni.createFrom().nullItem() : gather(row, campaign));
    }

    private Uni<@Nullable Facts> gather(CollaborationRow row, CampaignRow campaign) {
        return costs("collaboration_id = :subject", row.id)
                .chain(costs -> payments(row.id)
                        .chain(payments -> snapshots
                                .of(row.id)
                                .chain(shots -> clicks(row.id)
                                        .chain(clicks -> orders.of(row.id)
                                                .map(sold ->
                                                        facts(row, campaign, costs, payments, shots, clicks, sold))))));
    }

    private Facts facts(
            CollaborationRow row,
            CampaignRow campaign,
            List<Facts.Cost> costs,
            List<Facts.Payment> payments,
            List<Snapshot> shots,
            List<Facts.DayOfClicks> clicks,
            List<Facts.Order> sold) {
        return new Facts(
                campaign.currency,
                row.publishedAt,
                costs,
                payments,
                shots,
                clicks,
                sold,
                marginRates(campaign, row.productId));
    }

    /** Costs that a campaign has beside its collaborations: ad-hoc fees that name the campaign only. */
    public Uni<Facts> campaignOnly(CampaignRow campaign) {
        return costs("collaboration_id is null and campaign_id = :subject", campaign.id)
                .map(costs -> costsOnly(campaign.currency, costs));
    }

    /** Costs of no campaign, in one currency each. */
    public Uni<List<Facts>> ofNoCampaign() {
        return costs(
                        "collaboration_id is null and campaign_id is null and cast(:subject as uuid) is not null",
                        new UUID(0, 0))
                .map(costs -> costs.stream()
                        .map(cost -> cost.amount().currency())
                        .distinct()
                        .sorted()
                        .map(currency -> costsOnly(currency, costs))
                        .toList());
    }

    private static Facts costsOnly(String currency, List<Facts.Cost> costs) {
        return new Facts(currency, null, costs, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Uni<List<Facts.Cost>> costs(String whose, UUID subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind, amount_minor, currency, happened_at from cost_fact where " + whose,
                                Object[].class)
                        .setParameter("subject", subject)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Facts.Cost(
                                CostKind.valueOf((String) row[0]),
                                Money.ofMinor((Long) row[1], (String) row[2]),
                                Columns.instant(row[3])))
                        .toList());
    }

    /** What the bank settled; a return takes back what had settled. */
    private static Uni<List<Facts.Payment>> payments(UUID collaboration) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select f.kind, f.amount_minor, f.currency, f.happened_at from payment_fact f
                                where f.collaboration_id = :subject and (f.kind = 'SETTLED' or f.kind = 'RETURNED' and exists (
                                  select 1 from payment_fact s where s.payout_id = f.payout_id and s.kind = 'SETTLED'))""", Object[].class)
                        .setParameter("subject", collaboration)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> {
                            Money amount = Money.ofMinor((Long) row[1], (String) row[2]);
                            return new Facts.Payment(
                                    Objects.equals(row[0], "RETURNED") ? amount.negated() : amount,
                                    Columns.instant(row[3]));
                        })
                        .toList());
    }

    private Uni<List<Facts.DayOfClicks>> clicks(UUID collaboration) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select cast(happened_at at time zone :zone as date) as day,
                                  count(*) filter (where kind = 'PERSON'), count(*) filter (where kind <> 'PERSON'), max(happened_at)
                                from click_fact where collaboration_id = :subject group by 1""", Object[].class)
                        .setParameter("zone", zone)
                        .setParameter("subject", collaboration)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Facts.DayOfClicks(
                                (LocalDate) row[0], (Long) row[1], (Long) row[2], Columns.instant(row[3])))
                        .toList());
    }

    private List<DatedRate> marginRates(CampaignRow campaign, @Nullable UUID productId) {
        try {
            List<CampaignState.Product> products = json.readValue(campaign.products, new TypeReference<>() {});
            return products.stream()
                    .filter(product -> product.productId().equals(productId))
                    .flatMap(product -> product.marginRates().stream())
                    .map(rate -> new DatedRate(rate.from(), rate.rate()))
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("products were written by this service", impossible);
        }
    }
}
