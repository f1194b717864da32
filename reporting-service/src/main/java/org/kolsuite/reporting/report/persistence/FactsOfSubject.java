package org.kolsuite.reporting.report.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/**
 * Gathers all facts of subjects, in the open transaction: one question per kind of fact for all of them, so that many
 * subjects cost little more than one.
 */
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
        return collaborations(List.of(row)).map(facts -> facts.get(row.id));
    }

    /** The facts of each collaboration; those whose campaign, and so whose currency, is not known are left out. */
    public Uni<Map<UUID, Facts>> collaborations(List<CollaborationRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = rows.stream().map(row -> row.id).toArray(UUID[]::new);
        Gathered gathered = new Gathered();
        return campaigns(rows.stream().map(row -> row.campaignId).collect(Collectors.toSet()))
                .invoke(found -> gathered.campaigns = found)
                .chain(() -> costs("collaboration_id", ids))
                .invoke(found -> gathered.costs = found)
                .chain(() -> payments(ids))
                .invoke(found -> gathered.payments = found)
                .chain(() -> snapshots.of(ids))
                .invoke(found -> gathered.snapshots = found)
                .chain(() -> clicks(ids))
                .invoke(found -> gathered.clicks = found)
                .chain(() -> orders.of(ids))
                .map(found -> {
                    gathered.orders = found;
                    return facts(rows, gathered);
                });
    }

    /** What was found so far, by collaboration. */
    private static final class Gathered {
        private Map<UUID, CampaignRow> campaigns = Map.of();
        private Map<UUID, List<Facts.Cost>> costs = Map.of();
        private Map<UUID, List<Facts.Payment>> payments = Map.of();
        private Map<UUID, List<Snapshot>> snapshots = Map.of();
        private Map<UUID, List<Facts.DayOfClicks>> clicks = Map.of();
        private Map<UUID, List<Facts.Order>> orders = Map.of();
    }

    private Map<UUID, Facts> facts(List<CollaborationRow> rows, Gathered gathered) {
        Map<UUID, List<CampaignState.Product>> products = new HashMap<>();
        gathered.campaigns.forEach((id, campaign) -> products.put(id, products(campaign)));
        Map<UUID, Facts> facts = new LinkedHashMap<>();
        for (CollaborationRow row : rows) {
            CampaignRow campaign = gathered.campaigns.get(row.campaignId);
            if (campaign != null) {
                facts.put(
                        row.id,
                        new Facts(
                                campaign.currency,
                                row.publishedAt,
                                gathered.costs.getOrDefault(row.id, List.of()),
                                gathered.payments.getOrDefault(row.id, List.of()),
                                gathered.snapshots.getOrDefault(row.id, List.of()),
                                gathered.clicks.getOrDefault(row.id, List.of()),
                                gathered.orders.getOrDefault(row.id, List.of()),
                                marginRates(products.getOrDefault(row.campaignId, List.of()), row.productId)));
            }
        }
        return facts;
    }

    private static Uni<Map<UUID, CampaignRow>> campaigns(Set<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from CampaignRow where id in :ids", CampaignRow.class)
                        .setParameter("ids", ids)
                        .setReadOnly(true)
                        .getResultList())
                .map(found -> found.stream().collect(Collectors.toMap(campaign -> campaign.id, Function.identity())));
    }

    /** Costs that campaigns have beside their collaborations: ad-hoc fees that name the campaign only. */
    public Uni<Map<UUID, Facts>> campaignsOnly(List<CampaignRow> campaigns) {
        if (campaigns.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = campaigns.stream().map(campaign -> campaign.id).toArray(UUID[]::new);
        return costs("collaboration_id is null and campaign_id", ids)
                .map(costs -> campaigns.stream()
                        .collect(Collectors.toMap(
                                campaign -> campaign.id,
                                campaign -> costsOnly(campaign.currency, costs.getOrDefault(campaign.id, List.of())))));
    }

    /** Costs of no campaign, in one currency each. */
    public Uni<List<Facts>> ofNoCampaign() {
        UUID nobody = new UUID(0, 0);
        return costs(
                        "collaboration_id is null and campaign_id is null and cast('" + nobody + "' as uuid)",
                        new UUID[] {nobody})
                .map(found -> {
                    List<Facts.Cost> costs =
                            found.values().stream().flatMap(Collection::stream).toList();
                    return costs.stream()
                            .map(cost -> cost.amount().currency())
                            .distinct()
                            .sorted()
                            .map(currency -> costsOnly(currency, costs))
                            .toList();
                });
    }

    private static Facts costsOnly(String currency, List<Facts.Cost> costs) {
        return new Facts(currency, null, costs, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** @param subject the condition up to the column that names the subject */
    private static Uni<Map<UUID, List<Facts.Cost>>> costs(String subject, UUID[] ids) {
        return bySubject(
                "select coalesce(collaboration_id, campaign_id, cast('" + new UUID(0, 0)
                        + "' as uuid)), kind, amount_minor, currency, happened_at"
                        + " from cost_fact where tenant_id = kol_tenant() and " + subject + " = any(:subjects)",
                ids,
                row -> new Facts.Cost(
                        CostKind.valueOf((String) row[1]),
                        Money.ofMinor((Long) row[2], (String) row[3]),
                        Columns.instant(row[4])));
    }

    /** What the bank settled; a return takes back what had settled. */
    private static Uni<Map<UUID, List<Facts.Payment>>> payments(UUID[] collaborations) {
        return bySubject("""
                select f.collaboration_id, f.kind, f.amount_minor, f.currency, f.happened_at from payment_fact f
                where f.tenant_id = kol_tenant() and f.collaboration_id = any(:subjects)
                  and (f.kind = 'SETTLED' or f.kind = 'RETURNED' and exists (
                    select 1 from payment_fact s
                    where s.tenant_id = kol_tenant() and s.payout_id = f.payout_id and s.kind = 'SETTLED'))""", collaborations, row -> {
            Money amount = Money.ofMinor((Long) row[2], (String) row[3]);
            return new Facts.Payment(
                    Objects.equals(row[1], "RETURNED") ? amount.negated() : amount, Columns.instant(row[4]));
        });
    }

    private Uni<Map<UUID, List<Facts.DayOfClicks>>> clicks(UUID[] collaborations) {
        // The zone is the installation's own setting, and as a literal the database groups by one expression.
        return bySubject(
                "select collaboration_id, cast(happened_at at time zone '" + java.time.ZoneId.of(zone)
                        + "' as date) as day, count(*) filter (where kind = 'PERSON'),"
                        + " count(*) filter (where kind <> 'PERSON'), max(happened_at)"
                        + " from click_fact where tenant_id = kol_tenant() and collaboration_id = any(:subjects)"
                        + " group by 1, 2",
                collaborations,
                row -> new Facts.DayOfClicks(
                        (LocalDate) row[1], (Long) row[2], (Long) row[3], Columns.instant(row[4])));
    }

    /** @param sql a question whose first column names the subject */
    private static <T> Uni<Map<UUID, List<T>>> bySubject(String sql, UUID[] subjects, Function<Object[], T> read) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("subjects", subjects)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, List<T>> bySubject = new HashMap<>();
                    rows.forEach(row -> bySubject
                            .computeIfAbsent((UUID) row[0], subject -> new ArrayList<>())
                            .add(read.apply(row)));
                    return bySubject;
                });
    }

    private List<CampaignState.Product> products(CampaignRow campaign) {
        try {
            return json.readValue(campaign.products, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("products were written by this service", impossible);
        }
    }

    private static List<DatedRate> marginRates(List<CampaignState.Product> products, @Nullable UUID productId) {
        return products.stream()
                .filter(product -> product.productId().equals(productId))
                .flatMap(product -> product.marginRates().stream())
                .map(rate -> new DatedRate(rate.from(), rate.rate()))
                .toList();
    }
}
