package org.kolsuite.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.RollingUpdate;

/**
 * V005 moves the results that the version before had folded (docs/adr/0018). What that version's questions answered before the migration,
 * this version's answer after it, for each of two organisations, before anything is folded anew.
 */
class ResultsRolledUpTest {
    private static final List<UUID> TENANTS = List.of(UUID.randomUUID(), UUID.randomUUID());
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** Reports by which expression; the last is the day alone. */
    private static final Map<String, String> KEYS = Map.of(
            "campaign", "nullif(r.campaign_id, '" + NOBODY + "')",
            "kol", "c.kol_id",
            "platform", "a.platform",
            "track", "c.track",
            "chain", "coalesce(c.escalated_from, c.collaboration_id)",
            "collaboration", "c.collaboration_id");

    private static final String NAMES = """
             left join collaboration_known c on c.collaboration_id = r.collaboration_id
            left join account_known a on a.account_id = c.account_id""";
    private static final String MARCH = " where r.day between '2026-03-01' and '2026-03-31'";
    private static final String UNNESTED =
            " cross join lateral unnest(r.quantities, r.amounts, r.sources, r.as_ofs) q (quantity, value, source, as_of)";

    @Test
    void everyReportAnswersTheSameBeforeAndAfter() throws SQLException {
        try (RollingUpdate update = RollingUpdate.at("reporting-service", "V004");
                Connection application = update.application()) {
            // Given
            for (UUID tenant : TENANTS) {
                bind(application, tenant);
                fill(application);
            }
            List<Map<String, List<String>>> before = new ArrayList<>();
            for (UUID tenant : TENANTS) {
                bind(application, tenant);
                before.add(reportsOfTheVersionBefore(application));
            }
            assertThat(before.get(0)).isNotEqualTo(before.get(1));
            assertThat(before.get(0).values()).noneMatch(List::isEmpty);

            // When
            update.migrateTo("V005");

            // Then
            for (int i = 0; i < TENANTS.size(); i++) {
                bind(application, TENANTS.get(i));
                assertThat(reportsOfThisVersion(application)).isEqualTo(before.get(i));
                assertThat(rows(application, "select distinct subject_id from fold_mark order by 1"))
                        .as("what is folded anew")
                        .isEqualTo(rows(application, """
                                select collaboration_id from collaboration_known union select campaign_id from campaign_known
                                order by 1"""));
            }
            bind(application, UUID.randomUUID());
            assertThat(rows(application, "select count(*) from result_group")).containsExactly("0");
        }
    }

    private static Map<String, List<String>> reportsOfTheVersionBefore(Connection application) throws SQLException {
        Map<String, List<String>> reports = new LinkedHashMap<>();
        for (var key : KEYS.entrySet()) {
            String sums = "select " + key.getValue() + ", r.currency, r.quantity, sum(r.value), max(r.as_of), "
                    + source("r.source") + " from result_day r" + NAMES;
            reports.put(key.getKey(), rows(application, sums + " group by 1, 2, 3 order by 1, 2, 3"));
            reports.put(
                    key.getKey() + " in March", rows(application, sums + MARCH + " group by 1, 2, 3 order by 1, 2, 3"));
        }
        reports.put("days", rows(application, """
                        select subject_id, day, currency, quantity, value, source, as_of, campaign_id, collaboration_id
                        from result_day order by 1, 2, 3, 4"""));
        for (String by : List.of("campaign", "kol")) {
            String key = "coalesce(" + KEYS.get(by) + ", '" + NOBODY + "')";
            reports.put(
                    "page by " + by,
                    rows(
                            application,
                            "select " + key + """
                            , r.currency, r.quantity, sum(r.value), max(r.as_of), \
                            """ + source("r.source") + " from result_day r" + NAMES
                                    + " group by 1, 2, 3 order by 1, 2, 3"));
            reports.put(
                    "size of a " + by,
                    rows(application, "select " + key + """
                            , r.currency, count(distinct c.collaboration_id),
                              coalesce(sum(r.value) filter (where r.quantity = 'GIFT_PRODUCT_COST'), 0),
                              coalesce(sum(r.value) filter (where r.quantity = 'SHIPPING_COST'), 0),
                              coalesce(sum(r.value) filter (where r.quantity = 'APPROVED_FEES'), 0)
                            from result_day r""" + NAMES + " group by 1, 2 order by 1, 2"));
            reports.put(
                    "reach of a " + by,
                    rows(
                            application,
                            "select k, currency, sum(followers) from (select distinct " + key + """
                            as k, r.currency, a.account_id, a.followers from result_day r""" + NAMES
                                    + ") g group by 1, 2 order by 1, 2"));
        }
        return reports;
    }

    private static Map<String, List<String>> reportsOfThisVersion(Connection application) throws SQLException {
        Map<String, List<String>> reports = new LinkedHashMap<>();
        for (var key : KEYS.entrySet()) {
            String sums = "select " + key.getValue() + ", r.currency, q.quantity, sum(q.value), max(q.as_of), "
                    + source("q.source") + " from %s r" + UNNESTED + NAMES;
            reports.put(
                    key.getKey(),
                    rows(application, sums.formatted("result_total") + " group by 1, 2, 3 order by 1, 2, 3"));
            reports.put(
                    key.getKey() + " in March",
                    rows(application, sums.formatted("result_by_day") + MARCH + " group by 1, 2, 3 order by 1, 2, 3"));
        }
        reports.put("days", rows(application, """
                        select r.subject_id, r.day, r.currency, q.quantity, q.value, q.source, q.as_of, r.campaign_id,
                               r.collaboration_id
                        from result_by_day r""" + UNNESTED + " order by 1, 2, 3, 4"));
        for (String by : List.of("campaign", "kol")) {
            String which = " where r.grouping = upper('" + by + "')";
            reports.put("page by " + by, rows(application, """
                            select r.group_id, r.currency, q.quantity, q.value, q.as_of, q.source
                            from result_group r""" + UNNESTED + which + " order by 1, 2, 3"));
            reports.put("size of a " + by, rows(application, """
                            select group_id, currency, collaborations, gift_minor, shipping_minor, fees_minor
                            from result_group r""" + which + " order by 1, 2"));
            reports.put(
                    "reach of a " + by,
                    rows(
                            application,
                            "select group_id, currency, followers from result_group r" + which + " order by 1, 2"));
        }
        return reports;
    }

    private static String source(String column) {
        return "case when min(" + column + ") = max(" + column + ") then min(" + column + ") else 'MIXED' end";
    }

    /**
     * An organisation of 3 campaigns and 5 KOLs with two accounts each, 12 collaborations of which one came out of another, costs of
     * campaigns and of nobody, two currencies, 40 days in two months, quantities that are known on some days only.
     */
    private static void fill(Connection application) throws SQLException {
        try (Statement statement = application.createStatement()) {
            statement.execute("""
                    create temporary table if not exists n (kind text, i int, id uuid);
                    truncate n;
                    insert into n select k, i, gen_random_uuid()
                    from unnest(array['campaign', 'kol', 'account', 'collaboration']) k, generate_series(0, 11) i;
                    insert into campaign_known (campaign_id, version, brand_id, brand_name, name, status, budget_minor, currency,
                                                starts_on, ends_on, products, objectives)
                    select id, 1, id, 'Brand', 'Campaign ' || i, 'RUNNING', 1000000, 'CNY', '2026-01-01', '2026-12-31', '[]', '[]'
                    from n where kind = 'campaign' and i < 3;
                    insert into kol_known (kol_id, version, display_name) select id, 1, 'KOL ' || i from n
                    where kind = 'kol' and i < 5;
                    insert into account_known (account_id, kol_id, platform, handle, tier, followers)
                    select a.id, k.id, (array['DOUYIN', 'WEIBO'])[a.i % 2 + 1], 'h' || a.i, 'MID',
                           case when a.i = 3 then null else 1000 * (a.i + 1) end
                    from n a join n k on k.kind = 'kol' and k.i = a.i / 2 where a.kind = 'account' and a.i < 10;
                    insert into collaboration_known (collaboration_id, version, campaign_id, kol_id, account_id, track, state,
                                                     escalated_from)
                    select c.id, 1, p.id, k.id, a.id, (array['GIFT', 'PAID'])[c.i % 2 + 1], 'PUBLISHED',
                           case when c.i = 11 then (select id from n where kind = 'collaboration' and i = 10) end
                    from n c join n p on p.kind = 'campaign' and p.i = c.i % 3 join n a on a.kind = 'account' and a.i = c.i % 10
                    join n k on k.kind = 'kol' and k.i = a.i / 2 where c.kind = 'collaboration';
                    insert into result_day (subject_id, day, currency, quantity, value, source, as_of, campaign_id, collaboration_id)
                    select s.subject, date '2026-02-10' + d, c.currency, q.quantity,
                           case when random() < 0.1 then null else floor(random() * 100000) end,
                           (array['UPLOAD', 'PARTNER', 'SHOP'])[floor(random() * 3) + 1],
                           case when random() < 0.2 then null else timestamptz '2026-03-01' + random() * interval '90 days' end,
                           s.campaign, s.collaboration
                    from (select collaboration_id, campaign_id, collaboration_id from collaboration_known
                          union all select campaign_id, campaign_id, null from campaign_known
                          union all select '00000000-0000-0000-0000-000000000000', null, null) s (subject, campaign, collaboration),
                         generate_series(0, 39) d, unnest(array['CNY', 'JPY']) c (currency),
                         unnest(array['GIFT_PRODUCT_COST', 'SHIPPING_COST', 'APPROVED_FEES', 'PAID', 'REFUNDED', 'ORDERS', 'VIEWS',
                                      'CLICKS']) q (quantity)
                    where random() < 0.3;""");
        }
    }

    private static void bind(Connection application, UUID tenant) throws SQLException {
        try (Statement statement = application.createStatement()) {
            statement.execute("select set_config('kol.tenant', '" + tenant + "', false)");
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row.stream().collect(Collectors.joining(" | ")));
            }
        }
        return rows;
    }
}
