package org.kolsuite.reporting.report.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Quantity;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.ReportRow;
import org.kolsuite.reporting.report.model.Scope;

/** Sums results by day into rows; every method runs in the open transaction, which shows one organisation's rows only. */
@ApplicationScoped
public class ReportSums {

    private static final String JOINS = """
             from result_day r
            left join collaboration_known c on c.collaboration_id = r.collaboration_id
            left join account_known a on a.account_id = c.account_id
            left join kol_known k on k.kol_id = c.kol_id
            left join campaign_known p on p.campaign_id = r.campaign_id
            where (cast(:campaign as uuid) is null or r.campaign_id = cast(:campaign as uuid))
              and (cast(cast(:from as text) as date) is null or r.day >= cast(cast(:from as text) as date))
              and (cast(cast(:to as text) as date) is null or r.day <= cast(cast(:to as text) as date))""";

    private record GroupKey(@Nullable String key, String currency) {}

    private static final class Group {
        private @Nullable String label;
        private @Nullable String detail;
        private Totals totals;
        private final Set<UUID> collaborations = new TreeSet<>();
        private final Map<UUID, Long> followers = new HashMap<>();

        private Group(String currency) {
            totals = Totals.none(currency);
        }

        private ReportRow row(@Nullable String key) {
            Totals withFollowers = followers.isEmpty()
                    ? totals
                    : totals.adding(
                            Quantity.FOLLOWERS,
                            new Measured(
                                    followers.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    Source.REGISTRY,
                                    null));
            return new ReportRow(key, label, detail, collaborations.size(), withFollowers);
        }
    }

    /** One row per group and currency, in no particular order. */
    public Uni<List<ReportRow>> rows(GroupBy by, Scope scope) {
        Map<GroupKey, Group> groups = new LinkedHashMap<>();
        return sums(by, scope)
                .invoke(sums -> sums.forEach(row -> addSum(groups, row)))
                .chain(() -> members(by, scope))
                .invoke(members -> members.forEach(row -> addMember(groups, row)))
                .map(done -> {
                    List<ReportRow> rows = new ArrayList<>();
                    groups.forEach((key, group) -> rows.add(group.row(key.key())));
                    return rows;
                });
    }

    private static void addSum(Map<GroupKey, Group> groups, Object[] row) {
        String currency = (String) row[1];
        Group group = groups.computeIfAbsent(new GroupKey((String) row[0], currency), key -> new Group(currency));
        group.totals = group.totals.adding(Quantity.valueOf((String) row[2]), measured(row, 3));
    }

    private static void addMember(Map<GroupKey, Group> groups, Object[] row) {
        Group group = groups.get(new GroupKey((String) row[0], (String) row[1]));
        if (group == null) {
            return;
        }
        group.label = (String) row[2];
        group.detail = (String) row[3];
        if (row[4] != null) {
            group.collaborations.add((UUID) row[4]);
        }
        if (row[5] != null && row[6] != null) {
            group.followers.put((UUID) row[5], (Long) row[6]);
        }
    }

    private static Uni<List<Object[]>> sums(GroupBy by, Scope scope) {
        return query(
                "select " + key(by) + ", r.currency, r.quantity, cast(sum(r.value) as bigint), max(r.as_of),"
                        + " string_agg(distinct r.source, ',')" + JOINS + " group by 1, 2, 3",
                scope);
    }

    private static Uni<List<Object[]>> members(GroupBy by, Scope scope) {
        return query(
                "select distinct " + key(by) + ", r.currency, " + label(by) + ", " + detail(by)
                        + ", c.collaboration_id, c.account_id, a.followers" + JOINS + " order by 1, 2, 3, 4, 5",
                scope);
    }

    /** The days of a scope, oldest first, per currency. */
    public Uni<List<DayResult>> days(Scope scope) {
        return query(
                        "select r.day, r.currency, r.quantity, cast(sum(r.value) as bigint), max(r.as_of),"
                                + " string_agg(distinct r.source, ',')" + JOINS + " group by 1, 2, 3 order by 1, 2, 3",
                        scope)
                .map(rows -> {
                    Map<String, DayResult> days = new LinkedHashMap<>();
                    for (Object[] row : rows) {
                        LocalDate day = (LocalDate) row[0];
                        String currency = (String) row[1];
                        DayResult one = days.getOrDefault(day + currency, new DayResult(day, Totals.none(currency)));
                        days.put(
                                day + currency,
                                new DayResult(
                                        day, one.added().adding(Quantity.valueOf((String) row[2]), measured(row, 3))));
                    }
                    return List.copyOf(days.values());
                });
    }

    private static Uni<List<Object[]>> query(String sql, Scope scope) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("campaign", text(scope.campaign()))
                        .setParameter("from", text(scope.from()))
                        .setParameter("to", text(scope.to()))
                        .getResultList());
    }

    private static Measured measured(Object[] row, int at) {
        String sources = (String) row[at + 2];
        return new Measured(
                (Long) row[at],
                sources.contains(",") ? Source.MIXED : Source.valueOf(sources),
                Columns.instantOrNull(row[at + 1]));
    }

    private static String key(GroupBy by) {
        return switch (by) {
            case CAMPAIGN -> "cast(r.campaign_id as text)";
            case KOL -> "cast(c.kol_id as text)";
            case PLATFORM -> "a.platform";
            case TIER -> "a.tier";
            case TRACK -> "c.track";
            case CHAIN -> "cast(coalesce(c.escalated_from, c.collaboration_id) as text)";
            case COLLABORATION -> "cast(c.collaboration_id as text)";
        };
    }

    private static String label(GroupBy by) {
        return switch (by) {
            case CAMPAIGN -> "p.name";
            case KOL, CHAIN, COLLABORATION -> "k.display_name";
            case PLATFORM, TIER, TRACK -> key(by);
        };
    }

    private static String detail(GroupBy by) {
        return switch (by) {
            case CAMPAIGN -> "p.brand_name";
            case CHAIN -> "p.name";
            case COLLABORATION -> "c.track";
            case KOL, PLATFORM, TIER, TRACK -> "cast(null as text)";
        };
    }

    /** A collaboration's result with what makes accounts comparable, for gift against paid. */
    public record Compared(
            UUID collaboration,
            @Nullable UUID escalatedFrom,
            String track,
            String platform,
            @Nullable String tier,
            String currency,
            @Nullable Long engagements,
            long netRevenueMinor,
            long orders) {}

    /** Every collaboration with a post. */
    public Uni<List<Compared>> compared(Scope scope) {
        return query("""
                        select c.collaboration_id, c.escalated_from, c.track, a.platform, a.tier, r.currency,
                          cast(sum(r.value) filter (where r.quantity = 'ENGAGEMENTS') as bigint),
                          cast(coalesce(sum(r.value) filter (where r.quantity = 'PAID'), 0)
                               - coalesce(sum(r.value) filter (where r.quantity = 'REFUNDED'), 0) as bigint),
                          cast(coalesce(sum(r.value) filter (where r.quantity = 'ORDERS'), 0) as bigint)""" + JOINS + """
                                 and c.collaboration_id is not null and a.platform is not null
                                group by 1, 2, 3, 4, 5, 6
                                having coalesce(sum(r.value) filter (where r.quantity = 'POSTS'), 0) > 0
                                order by 1""", scope)
                .map(rows -> rows.stream()
                        .map(row -> new Compared(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                (Long) row[6],
                                (Long) row[7],
                                (Long) row[8]))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
