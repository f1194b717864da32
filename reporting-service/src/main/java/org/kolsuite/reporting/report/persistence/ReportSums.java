package org.kolsuite.reporting.report.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.reporting.formula.model.CostScope;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Quantity;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.projection.Marks;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.ReportRow;
import org.kolsuite.reporting.report.model.Scope;

/** Sums results by day into rows; every method runs in the open transaction, which shows one organisation's rows only. */
@ApplicationScoped
public class ReportSums {

    /** Where nothing but names is asked of the groups; and where every quantity is a row of its own. */
    private enum Rows {
        GROUPS,
        QUANTITIES
    }

    /** Sums of whole subjects where the days don't matter: a fraction of the rows. */
    private static String from(Rows rows, Scope scope) {
        boolean byDay = scope.from() != null || scope.to() != null;
        String unnested = rows == Rows.GROUPS
                ? ""
                : " cross join lateral unnest(r.quantities, r.amounts, r.sources, r.as_ofs) q (quantity, value, source, as_of)";
        return " from " + (byDay ? "result_by_day" : "result_total") + " r" + unnested + """

                left join collaboration_known c on c.collaboration_id = r.collaboration_id
                left join account_known a on a.account_id = c.account_id
                left join kol_known k on k.kol_id = c.kol_id
                left join campaign_known p on p.campaign_id = r.campaign_id
                where r.tenant_id = kol_tenant()
                  and (cast(:campaign as uuid) is null or r.campaign_id = cast(:campaign as uuid))""" + (byDay ? """

                  and r.day >= coalesce(cast(cast(:from as text) as date), date '0001-01-01')
                  and r.day <= coalesce(cast(cast(:to as text) as date), date '9999-12-31')""" : "");
    }

    /**
     * A group in one of its currencies.
     *
     * @param key null for what belongs to none
     */
    public record GroupKey(@Nullable String key, String currency) {
        private static final String NONE = "";

        private String text() {
            return key == null ? NONE : key;
        }
    }

    private static final class Group {
        private @Nullable String label;
        private @Nullable String detail;
        private final String currency;
        private final Map<Quantity, Measured> known = new EnumMap<>(Quantity.class);
        private final Set<UUID> collaborations = new TreeSet<>();
        private final Map<UUID, Long> followers = new HashMap<>();

        private Group(String currency) {
            this.currency = currency;
        }

        private void add(Quantity quantity, Measured more) {
            known.merge(quantity, more, Measured::plus);
        }

        private Totals totals() {
            return new Totals(currency, known);
        }

        private ReportRow row(@Nullable String key) {
            if (!followers.isEmpty()) {
                long sum =
                        followers.values().stream().mapToLong(Long::longValue).sum();
                add(Quantity.FOLLOWERS, new Measured(sum, Source.REGISTRY, null));
            }
            return new ReportRow(key, label, detail, collaborations.size(), totals());
        }
    }

    /** The rows of some groups, in their order. */
    public Uni<List<ReportRow>> rows(GroupBy by, Scope scope, List<GroupKey> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<GroupKey, Group> groups = new HashMap<>();
        String[] keys = wanted.stream().map(GroupKey::text).distinct().toArray(String[]::new);
        return sums(by, scope, keys)
                .invoke(sums -> sums.forEach(row -> addSum(groups, row)))
                .chain(() -> members(by, scope, keys))
                .invoke(members -> members.forEach(row -> addMember(groups, row)))
                .map(done -> wanted.stream()
                        .map(key -> Objects.requireNonNull(groups.get(key)).row(key.key()))
                        .toList());
    }

    private static void addSum(Map<GroupKey, Group> groups, Object[] row) {
        String currency = (String) row[1];
        Group group = groups.computeIfAbsent(new GroupKey((String) row[0], currency), key -> new Group(currency));
        group.add(Quantity.valueOf((String) row[2]), measured(row, 3));
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

    private static Uni<List<Object[]>> sums(GroupBy by, Scope scope, String[] keys) {
        return query(
                "select " + key(by) + ", r.currency, q.quantity, cast(sum(q.value) as bigint), max(q.as_of),"
                        + " string_agg(distinct q.source, ',')" + from(Rows.QUANTITIES, scope) + among(by)
                        + " group by 1, 2, 3",
                scope,
                Map.of("keys", keys));
    }

    private static Uni<List<Object[]>> members(GroupBy by, Scope scope, String[] keys) {
        return query(
                "select distinct " + key(by) + ", r.currency, " + label(by) + ", " + detail(by)
                        + ", c.collaboration_id, c.account_id, a.followers" + from(Rows.GROUPS, scope) + among(by)
                        + " order by 1, 2, 3, 4, 5",
                scope,
                Map.of("keys", keys));
    }

    /** Joined, and not compared with {@code any}: a plan that PostgreSQL keeps for every array would look through all of it for each row. */
    private static String among(GroupBy by) {
        return " and coalesce(" + key(by) + ", '" + GroupKey.NONE + "') in (select unnest(cast(:keys as text[])))";
    }

    /** Groups, and how many there are in all. */
    public record Ranked(List<GroupKey> groups, long total) {}

    /**
     * Which groups are the dearest, of equally dear ones by key: amounts of several currencies compare by their number of major units.
     * Only names are read, for there may be as many groups as collaborations.
     *
     * @param costs which kinds make a group dear
     */
    public Uni<Ranked> ranked(GroupBy by, Scope scope, CostScope costs, int first, int limit) {
        String sql = """
                with groups as materialized (
                  select %s as key, r.currency, coalesce(sum(q.value) filter (where q.quantity = any(cast(:costs as text[]))), 0) as cost
                  %s group by 1, 2),
                currencies as (
                  select c.currency, coalesce(
                    (select g.decimals from result_group g
                     where g.tenant_id = kol_tenant() and g.grouping = 'CAMPAIGN' and g.currency = c.currency limit 1), 2) as decimals
                  from (select distinct currency from groups) c),
                page as (
                  select g.key, g.currency, row_number() over dearest as place
                  from groups g join currencies c on c.currency = g.currency
                  window dearest as (order by g.cost / power(cast(10 as numeric), c.decimals) desc, g.key nulls last, g.currency)
                  order by place limit :limit offset :first)
                select p.key, p.currency, t.total from (select count(*) as total from groups) t left join page p on true
                order by p.place""".formatted(key(by), from(Rows.QUANTITIES, scope));
        String[] dear =
                costs.includes().stream().map(kind -> kind.quantity().name()).toArray(String[]::new);
        return query(sql, scope, Map.of("costs", dear, "first", first, "limit", limit))
                .map(rows -> new Ranked(
                        rows.stream()
                                .filter(row -> row[1] != null)
                                .map(row -> new GroupKey((String) row[0], (String) row[1]))
                                .toList(),
                        (Long) rows.getFirst()[2]));
    }

    /**
     * Some of the rows, and how many there are.
     *
     * @param rows in the order of the page
     */
    public record Dearest(List<ReportRow> rows, long total) {}

    /**
     * One page of the rows, as {@link #ranked} orders them.
     *
     * @param costs which kinds make a group dear
     */
    public Uni<Dearest> dearest(GroupBy by, Scope scope, CostScope costs, int from, int limit) {
        return isSummedUp(by, scope)
                ? summedUp(by, scope.campaign(), costs, from, limit)
                : ranked(by, scope, costs, from, limit)
                        .chain(ranked ->
                                rows(by, scope, ranked.groups()).map(rows -> new Dearest(rows, ranked.total())));
    }

    /** Whether there are sums that answer this at once. */
    private static boolean isSummedUp(GroupBy by, Scope scope) {
        return (by == GroupBy.CAMPAIGN || by == GroupBy.KOL && scope.campaign() == null)
                && scope.from() == null
                && scope.to() == null;
    }

    /** The dearest campaigns or KOLs over all days, from their sums: no more rows are read than are shown. */
    private static Uni<Dearest> summedUp(GroupBy by, @Nullable UUID campaign, CostScope costs, int from, int limit) {
        String which = " from result_group g where g.tenant_id = kol_tenant() and g.grouping = '" + by.name() + "'"
                + (campaign == null ? "" : " and g.group_id = :campaign");
        String cost = cost(costs);
        String names = by == GroupBy.CAMPAIGN
                ? ", n.name, n.brand_name from page p left join campaign_known n on n.campaign_id = p.group_id"
                : ", n.display_name, cast(null as text) from page p left join kol_known n on n.kol_id = p.group_id";
        // The dearest of each currency come out of the index; only those are compared with each other.
        String sql = """
                with recursive currencies (currency) as (
                  (select g.currency %1$s order by g.currency limit 1)
                  union all
                  select (select g.currency %1$s and g.currency > c.currency order by g.currency limit 1)
                  from currencies c where c.currency is not null),
                page as (
                  select d.*, row_number() over (order by d.major desc, d.group_id, d.currency) as place
                  from currencies c cross join lateral (
                    select g.group_id, g.currency, g.collaborations, g.followers, g.quantities, g.amounts, g.sources, g.as_ofs,
                      (%2$s) / power(cast(10 as numeric), g.decimals) as major
                    %1$s and g.currency = c.currency order by (%2$s) desc, g.group_id limit :most) d
                  order by d.major desc, d.group_id, d.currency limit :limit offset :from)
                select p.place, cast(nullif(p.group_id, '%3$s') as text), p.currency, p.collaborations, p.followers,
                  q.quantity, q.amount, q.as_of, q.source, (select count(*) %1$s) %4$s
                cross join lateral unnest(p.quantities, p.amounts, p.sources, p.as_ofs) q (quantity, amount, source, as_of)
                order by 1""".formatted(which, cost, Marks.NOBODY, names);
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(sql, Object[].class)
                    .setParameter("most", from + limit)
                    .setParameter("limit", limit)
                    .setParameter("from", from);
            if (campaign != null) {
                query.setParameter("campaign", campaign);
            }
            return query.getResultList()
                    .chain(rows -> rows.isEmpty() && from > 0
                            ? session.createNativeQuery("select count(*)" + which, Long.class)
                                    .getSingleResult()
                                    .map(total -> new Dearest(List.of(), total))
                            : Uni.createFrom().item(page(rows)));
        });
    }

    private static Dearest page(List<Object[]> rows) {
        Map<Long, List<Object[]>> byPlace = new LinkedHashMap<>();
        rows.forEach(row -> byPlace.computeIfAbsent((Long) row[0], place -> new ArrayList<>())
                .add(row));
        return new Dearest(
                byPlace.values().stream().map(ReportSums::group).toList(),
                rows.isEmpty() ? 0 : (Long) rows.getFirst()[9]);
    }

    /** @param quantities the rows of one group, one for each quantity */
    private static ReportRow group(List<Object[]> quantities) {
        Object[] first = quantities.getFirst();
        Group group = new Group((String) first[2]);
        for (Object[] row : quantities) {
            group.add(
                    Quantity.valueOf((String) row[5]),
                    new Measured((Long) row[6], Source.valueOf((String) row[8]), Columns.instantOrNull(row[7])));
        }
        if (first[4] != null) {
            group.add(Quantity.FOLLOWERS, new Measured((Long) first[4], Source.REGISTRY, null));
        }
        return new ReportRow(
                (String) first[1], (String) first[10], (String) first[11], (Long) first[3], group.totals());
    }

    private static String cost(CostScope costs) {
        List<String> columns = new ArrayList<>();
        if (costs.includes(CostScope.CostKind.GIFT_PRODUCT)) {
            columns.add("g.gift_minor");
        }
        if (costs.includes(CostScope.CostKind.SHIPPING)) {
            columns.add("g.shipping_minor");
        }
        if (costs.includes(CostScope.CostKind.FEE)) {
            columns.add("g.fees_minor");
        }
        return columns.isEmpty() ? "cast(0 as bigint)" : String.join(" + ", columns);
    }

    /** The days of a scope, oldest first, per currency. */
    public Uni<List<DayResult>> days(Scope scope) {
        Scope everyDay =
                new Scope(scope.campaign(), scope.from() == null ? LocalDate.of(1, 1, 1) : scope.from(), scope.to());
        return query(
                        "select r.day, r.currency, q.quantity, cast(sum(q.value) as bigint), max(q.as_of),"
                                + " string_agg(distinct q.source, ',')" + from(Rows.QUANTITIES, everyDay)
                                + " group by 1, 2, 3 order by 1, 2, 3",
                        everyDay)
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
        return query(sql, scope, Map.of());
    }

    private static Uni<List<Object[]>> query(String sql, Scope scope, Map<String, Object> more) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query =
                    session.createNativeQuery(sql, Object[].class).setParameter("campaign", text(scope.campaign()));
            more.forEach(query::setParameter);
            if (scope.from() != null || scope.to() != null) {
                query.setParameter("from", text(scope.from())).setParameter("to", text(scope.to()));
            }
            return query.getResultList();
        });
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
            case CAMPAIGN -> "cast(nullif(r.campaign_id, '" + Marks.NOBODY + "') as text)";
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
                          cast(sum(q.value) filter (where q.quantity = 'ENGAGEMENTS') as bigint),
                          cast(coalesce(sum(q.value) filter (where q.quantity = 'PAID'), 0)
                               - coalesce(sum(q.value) filter (where q.quantity = 'REFUNDED'), 0) as bigint),
                          cast(coalesce(sum(q.value) filter (where q.quantity = 'ORDERS'), 0) as bigint)""" + from(Rows.QUANTITIES, scope) + """

                                 and c.collaboration_id is not null and a.platform is not null
                                group by 1, 2, 3, 4, 5, 6
                                having coalesce(sum(q.value) filter (where q.quantity = 'POSTS'), 0) > 0
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
