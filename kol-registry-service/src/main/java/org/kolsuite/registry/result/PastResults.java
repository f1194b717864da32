package org.kolsuite.registry.result;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.tenancy.Columns;

/** Keeps what was measured, one row per collaboration and day of measurement. Call inside a unit of work. */
@ApplicationScoped
public class PastResults {
    /** What one collaboration had done, some days after its post. */
    public record PastResult(
            UUID collaborationId,
            UUID campaignId,
            UUID accountId,
            int daysAfter,
            @Nullable Long views,
            @Nullable Long engagements,
            @Nullable Long saves,
            long orders,
            Money netRevenue,
            Instant measuredAt) {}

    /** A later measurement of the same day replaces an earlier one; an older one that arrives late changes nothing. */
    public Uni<Void> record(ResultMeasured result) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into past_result as p (collaboration_id, days_after, campaign_id, kol_id, account_id, views,
                                    engagements, saves, orders, net_minor, currency, snapshot_at, measured_at)
                                values (:collaboration, :days, :campaign, :kol, :account, cast(cast(:views as text) as bigint),
                                    cast(cast(:engagements as text) as bigint), cast(cast(:saves as text) as bigint), :orders, :net, :currency, :snapshot, :at)
                                on conflict (tenant_id, collaboration_id, days_after) do update
                                set views = excluded.views, engagements = excluded.engagements, saves = excluded.saves,
                                    orders = excluded.orders, net_minor = excluded.net_minor, currency = excluded.currency,
                                    snapshot_at = excluded.snapshot_at, measured_at = excluded.measured_at
                                where p.measured_at < excluded.measured_at""")
                        .setParameter("collaboration", result.collaborationId())
                        .setParameter("days", result.daysAfter())
                        .setParameter("campaign", result.campaignId())
                        .setParameter("kol", result.kolId())
                        .setParameter("account", result.accountId())
                        .setParameter("views", text(result.views()))
                        .setParameter("engagements", text(result.engagements()))
                        .setParameter("saves", text(result.saves()))
                        .setParameter("orders", result.orders())
                        .setParameter("net", result.netRevenue().amountMinor())
                        .setParameter("currency", result.netRevenue().currency())
                        .setParameter("snapshot", result.snapshotAt())
                        .setParameter("at", result.happenedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Newest first. */
    public Uni<List<PastResult>> of(UUID kolId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select collaboration_id, campaign_id, account_id, days_after, views, engagements, saves, orders,
                                       net_minor, currency, measured_at
                                from past_result where tenant_id = kol_tenant() and kol_id = :kol
                                order by measured_at desc limit 200""", Object[].class)
                        .setParameter("kol", kolId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PastResult(
                                (UUID) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                ((Number) row[3]).intValue(),
                                (Long) row[4],
                                (Long) row[5],
                                (Long) row[6],
                                ((Number) row[7]).longValue(),
                                Money.ofMinor(((Number) row[8]).longValue(), (String) row[9]),
                                Columns.instant(row[10])))
                        .toList());
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
