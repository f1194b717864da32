package org.kolsuite.reporting.report.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Quantity;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.projection.Marks;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.GroupBy;

/**
 * Writes results: by day, the sum of each subject, and the sum of each campaign and KOL. Every method runs in the open
 * transaction, under the tenant's lock for folding; each statement takes all subjects at once.
 */
@ApplicationScoped
public class ResultDays {
    @Inject
    Clock clock;

    /** Whose results they are. What is null is the nil id where results are grouped by it. */
    public record Subject(
            UUID id,
            @Nullable UUID campaignId,
            @Nullable UUID collaborationId,
            @Nullable UUID kolId,
            @Nullable UUID accountId) {
        private UUID campaignKey() {
            return campaignId == null ? Marks.NOBODY : campaignId;
        }

        private UUID kolKey() {
            return kolId == null ? Marks.NOBODY : kolId;
        }
    }

    /** A subject and everything its facts gave. */
    public record Folded(Subject subject, List<DayResult> days) {
        private Collection<Totals> totals() {
            Map<String, Totals> byCurrency = new TreeMap<>();
            days.forEach(day -> byCurrency.merge(day.added().currency(), day.added(), Totals::plus));
            return byCurrency.values();
        }
    }

    /** Replaces everything that is known of the subjects, and tells those who watch their campaigns. */
    public Uni<Void> replace(List<Folded> folded) {
        if (folded.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = ids(folded, Subject::id);
        Set<UUID> campaigns = new TreeSet<>(List.of(ids(folded, Subject::campaignKey)));
        Set<UUID> kols = new TreeSet<>(List.of(ids(folded, Subject::kolKey)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from result_total where tenant_id = kol_tenant() and subject_id = any(:subjects)
                                returning campaign_id, kol_id""", Object[].class)
                        .setParameter("subjects", ids)
                        .getResultList()
                        .invoke(before -> before.forEach(row -> {
                            // A subject may have moved; what it left is summed again too.
                            campaigns.add((UUID) row[0]);
                            kols.add((UUID) row[1]);
                        }))
                        .chain(() -> session.createNativeQuery(
                                        "delete from result_by_day where tenant_id = kol_tenant() and subject_id = any(:subjects)")
                                .setParameter("subjects", ids)
                                .executeUpdate()))
                .chain(() -> add(folded))
                .chain(() -> sumUp(GroupBy.CAMPAIGN, campaigns))
                .chain(() -> sumUp(GroupBy.KOL, kols))
                .chain(() -> bump(campaigns));
    }

    /** Adds results of subjects that have none, and leaves the sums of campaigns and KOLs to {@link #sumUpEverything}. */
    public Uni<Void> add(List<Folded> folded) {
        return addDays(folded).chain(() -> addTotals(folded)).replaceWithVoid();
    }

    /** Removes every result of the tenant. */
    public Uni<Void> wipe() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from result_by_day where tenant_id = kol_tenant()")
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "delete from result_total where tenant_id = kol_tenant()")
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(
                                        "delete from result_group where tenant_id = kol_tenant()")
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Sums every campaign and KOL anew, and tells those who watch. */
    public Uni<Void> sumUpEverything() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sum(GroupBy.CAMPAIGN, ""))
                        .executeUpdate()
                        .chain(() ->
                                session.createNativeQuery(sum(GroupBy.KOL, "")).executeUpdate())
                        .chain(() -> session.createNativeQuery("""
                                        select distinct group_id from result_group
                                        where tenant_id = kol_tenant() and grouping = 'CAMPAIGN'""", UUID.class).getResultList()))
                .chain(this::bump);
    }

    private static Uni<Integer> addDays(List<Folded> folded) {
        Columns columns = new Columns();
        for (Folded one : folded) {
            for (DayResult day : one.days()) {
                columns.add("subject", one.subject().id());
                columns.add("day", day.day());
                columns.add("currency", day.added().currency());
                columns.add("campaign", one.subject().campaignId());
                columns.add("collaboration", one.subject().collaborationId());
                columns.addMeasured(day.added());
            }
        }
        return columns.insert("""
                insert into result_by_day (subject_id, day, currency, campaign_id, collaboration_id, quantities, amounts,
                                           sources, as_ofs)
                select cast(subject as uuid), cast(day as date), currency, cast(campaign as uuid),
                       cast(collaboration as uuid), cast(quantities as text[]), cast(amounts as bigint[]),
                       cast(sources as text[]), cast(as_ofs as timestamptz[])""");
    }

    private static Uni<Integer> addTotals(List<Folded> folded) {
        Columns columns = new Columns();
        for (Folded one : folded) {
            for (Totals totals : one.totals()) {
                columns.add("subject", one.subject().id());
                columns.add("currency", totals.currency());
                columns.add("decimals", Money.minorUnitDigits(totals.currency()));
                columns.add("campaign", one.subject().campaignKey());
                columns.add("kol", one.subject().kolKey());
                columns.add("collaboration", one.subject().collaborationId());
                columns.add("account", one.subject().accountId());
                columns.addMeasured(totals);
            }
        }
        return columns.insert("""
                insert into result_total (subject_id, currency, decimals, campaign_id, kol_id, collaboration_id, account_id,
                                          quantities, amounts, sources, as_ofs)
                select cast(subject as uuid), currency, cast(decimals as int), cast(campaign as uuid), cast(kol as uuid),
                       cast(collaboration as uuid), cast(account as uuid), cast(quantities as text[]),
                       cast(amounts as bigint[]), cast(sources as text[]), cast(as_ofs as timestamptz[])""");
    }

    /** Rows to insert, column by column, each value in PostgreSQL's own spelling. */
    private static final class Columns {
        private final Map<String, List<@Nullable String>> values = new TreeMap<>();

        void add(String column, @Nullable Object value) {
            values.computeIfAbsent(column, name -> new ArrayList<>()).add(value == null ? null : value.toString());
        }

        /** In the order of their names, so that equal results are equal rows. */
        void addMeasured(Totals totals) {
            Map<String, Measured> known = new TreeMap<>();
            totals.known().forEach((Quantity quantity, Measured measured) -> known.put(quantity.name(), measured));
            add("quantities", "{" + String.join(",", known.keySet()) + "}");
            add("amounts", array(known, Measured::value));
            add("sources", array(known, Measured::source));
            add("as_ofs", array(known, Measured::asOf));
        }

        private static String array(Map<String, Measured> known, Function<Measured, @Nullable Object> part) {
            return known.values().stream()
                    .map(measured -> String.valueOf(part.apply(measured)))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        Uni<Integer> insert(String insertSelect) {
            if (values.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            String arrays = values.keySet().stream()
                    .map(name -> "cast(:" + name + " as text[])")
                    .collect(Collectors.joining(", "));
            String sql =
                    insertSelect + " from unnest(" + arrays + ") as r (" + String.join(", ", values.keySet()) + ")";
            return Panache.getSession().chain(session -> {
                Mutiny.MutationQuery query = session.createNativeQuery(sql);
                values.forEach((name, column) -> query.setParameter(name, column.toArray(String[]::new)));
                return query.executeUpdate();
            });
        }
    }

    private static Uni<Void> sumUp(GroupBy by, Collection<UUID> groups) {
        UUID[] ids = groups.toArray(UUID[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from result_group
                                where tenant_id = kol_tenant() and grouping = :grouping and group_id = any(:groups)""")
                        .setParameter("grouping", by.name())
                        .setParameter("groups", ids)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(sum(by, "and " + column(by) + " = any(:groups)"))
                                .setParameter("groups", ids)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private static String column(GroupBy by) {
        return by == GroupBy.CAMPAIGN ? "campaign_id" : "kol_id";
    }

    /** A subject has one row for each currency, so that the rows of a currency count its collaborations. */
    private static String sum(GroupBy by, String which) {
        return """
                with subjects as materialized (
                  select %1$s as group_id, currency, decimals, collaboration_id, account_id, quantities, amounts, sources, as_ofs
                  from result_total
                  where tenant_id = kol_tenant() %2$s),
                sums as (
                  select t.group_id, t.currency, u.quantity, cast(sum(u.amount) as bigint) as amount,
                    case when min(u.source collate "C") = max(u.source collate "C") then min(u.source collate "C")
                         else 'MIXED' end as source,
                    max(u.as_of) as as_of
                  from subjects t
                  cross join lateral unnest(t.quantities, t.amounts, t.sources, t.as_ofs) u (quantity, amount, source, as_of)
                  group by 1, 2, 3),
                members as (
                  select group_id, currency, max(decimals) as decimals, count(collaboration_id) as collaborations
                  from subjects
                  group by 1, 2),
                reach as (
                  select group_id, currency, cast(sum(followers) as bigint) as followers
                  from (select distinct t.group_id, t.currency, a.account_id, a.followers
                        from subjects t join account_known a on a.account_id = t.account_id) accounts
                  group by 1, 2)
                insert into result_group (grouping, group_id, currency, decimals, collaborations, followers, gift_minor,
                                          shipping_minor, fees_minor, quantities, amounts, sources, as_ofs)
                select '%3$s', s.group_id, s.currency, m.decimals, m.collaborations, r.followers,
                  coalesce(sum(s.amount) filter (where s.quantity = 'GIFT_PRODUCT_COST'), 0),
                  coalesce(sum(s.amount) filter (where s.quantity = 'SHIPPING_COST'), 0),
                  coalesce(sum(s.amount) filter (where s.quantity = 'APPROVED_FEES'), 0),
                  array_agg(s.quantity order by s.quantity collate "C"), array_agg(s.amount order by s.quantity collate "C"),
                  array_agg(s.source order by s.quantity collate "C"), array_agg(s.as_of order by s.quantity collate "C")
                from sums s
                join members m on m.group_id = s.group_id and m.currency = s.currency
                left join reach r on r.group_id = s.group_id and r.currency = s.currency
                group by s.group_id, s.currency, m.decimals, m.collaborations, r.followers""".formatted(column(by), which, by.name());
    }

    private Uni<Void> bump(Collection<UUID> campaigns) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into report_revision (campaign_id, revision, changed_at)
                                select campaign, 1, :now from unnest(cast(:campaigns as uuid[])) campaign
                                on conflict (tenant_id, campaign_id) do update
                                set revision = report_revision.revision + 1, changed_at = excluded.changed_at""")
                        .setParameter("campaigns", campaigns.toArray(UUID[]::new))
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static UUID[] ids(List<Folded> folded, Function<Subject, UUID> id) {
        return folded.stream().map(one -> id.apply(one.subject())).distinct().toArray(UUID[]::new);
    }
}
