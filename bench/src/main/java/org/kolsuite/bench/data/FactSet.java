package org.kolsuite.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.suite.MeasuredSuite;

/**
 * Ten million facts of one organisation, put straight into reporting's tables: of every 200, 136 are clicks, 40 orders, 20
 * snapshots and 4 costs and payments of one collaboration; 10,000 make a campaign, and a KOL has five collaborations. What
 * follows from them is computed by the product alone.
 */
final class FactSet {
    static final int FULL = 10_000_000;
    private static final int FACTS_OF_A_COLLABORATION = 200;

    /** The tables of facts with their columns that a person or another service gave. */
    static final Map<String, String> FACTS = facts();

    /** What the facts belong to; the report needs it too. */
    static final List<String> DIRECTORY =
            List.of("campaign_known", "kol_known", "account_known", "collaboration_known");

    private final MeasuredSuite suite;
    private final int collaborations;

    private FactSet(MeasuredSuite suite, int collaborations) {
        this.suite = suite;
        this.collaborations = collaborations;
    }

    /** The facts in the shared suite; what an earlier row has put there is used again. */
    static FactSet in(Bench bench, MeasuredSuite suite, UUID tenant) throws SQLException {
        FactSet facts = new FactSet(suite, bench.options().scaled(FULL) / FACTS_OF_A_COLLABORATION);
        try (Connection reporting = facts.connect()) {
            long there =
                    Sql.number(reporting, "select count(*) from collaboration_known where promo_code like 'BENCH%'");
            if (there == 0) {
                bench.say("putting " + facts.size() + " facts into reporting's tables");
                facts.seed(reporting, tenant);
            } else if (there != facts.collaborations) {
                throw new IllegalStateException("the suite has facts of another --scale");
            }
        }
        return facts;
    }

    int size() {
        return collaborations * FACTS_OF_A_COLLABORATION;
    }

    Connection connect() throws SQLException {
        return suite.connect("reporting");
    }

    private void seed(Connection reporting, UUID tenant) throws SQLException {
        int campaigns = Math.max(1, collaborations / 50);
        int kols = Math.max(1, collaborations / 5);
        String t = "'" + tenant + "'::uuid";
        Sql.run(
                reporting,
                "set synchronous_commit = off",
                "insert into campaign_known select " + t
                        + ", md5('campaign' || i)::uuid, 1, md5('brand' || i % 20)::uuid,"
                        + " 'Brand ' || i % 20, 'Campaign ' || i, 'RUNNING', 100000000, 'CNY', date '2026-01-01', date '2026-06-30',"
                        + " '[{\"productId\":\"' || md5('product')::uuid || '\",\"name\":\"Serum\",\"marginRates\":[{\"from\":\"2025-01-01\",\"rate\":0.4}]}]', '[]'"
                        + " from generate_series(0, " + (campaigns - 1) + ") i",
                "insert into kol_known select " + t + ", md5('kol' || i)::uuid, 1, '博主 ' || i, 'CN', null, null"
                        + " from generate_series(0, " + (kols - 1) + ") i",
                "insert into account_known select " + t
                        + ", md5('account' || i)::uuid, md5('kol' || i)::uuid, 'xiaohongshu', 'handle' || i,"
                        + " 'mid', 1000 + i from generate_series(0, " + (kols - 1) + ") i",
                "insert into collaboration_known select " + t
                        + ", md5('collaboration' || i)::uuid, 1, md5('campaign' || i % " + campaigns
                        + ")::uuid, md5('kol' || i % " + kols + ")::uuid, md5('account' || i % " + kols
                        + ")::uuid, null,"
                        + " case when i % 3 = 0 then 'GIFT' else 'PAID' end, 'MEASURED', null, md5('product')::uuid, 'BENCH' || i,"
                        + " 'https://xhs.example/p/' || i, 'https://xhs.example/p/' || i, timestamptz '2026-03-01 04:00Z' + i % 20 * interval '1 day'"
                        + " from generate_series(0, " + (collaborations - 1) + ") i",
                "insert into issued_code select tenant_id, promo_code, collaboration_id, now() from collaboration_known where promo_code like 'BENCH%'",
                "insert into metric_snapshot (tenant_id, id, collaboration_id, post, provenance, views, reads, likes, comments, shares, saves,"
                        + " taken_at, recorded_at, recorded_by) select tenant_id, gen_random_uuid(), collaboration_id, post, 'UPLOAD',"
                        + " 1000 * d, 700 * d, 50 * d, 5 * d, 2 * d, 3 * d, published_at + d * interval '1 day', now(), 'bench'"
                        + " from collaboration_known, generate_series(1, 20) d where promo_code like 'BENCH%'",
                "insert into click_fact (tenant_id, id, slug, collaboration_id, kind, rule_version, method, user_agent, happened_at, recorded_at)"
                        + " select tenant_id, gen_random_uuid(), promo_code, collaboration_id, case when n % 8 = 0 then 'BOT' else 'PERSON' end,"
                        + " '1', 'GET', 'Mozilla/5.0', published_at + n * interval '2.4 hours', now()"
                        + " from collaboration_known, generate_series(1, 136) n where promo_code like 'BENCH%'",
                "insert into order_fact (tenant_id, id, shop, order_number, state, currency, paid_minor, refunded_minor, paid_is_net, codes,"
                        + " happened_at, as_of, recorded_at, import_id, line, content_hash) select tenant_id, gen_random_uuid(), 'bench',"
                        + " promo_code || '-' || n, 'PAID', 'CNY', 10000 + n * 100, case when n % 10 = 0 then 500 else 0 end, false,"
                        + " array[promo_code], published_at + n * interval '8 hours', timestamptz '2026-06-01 00:00Z', now(),"
                        + " md5('import')::uuid, n, md5(promo_code || n)"
                        + " from collaboration_known, generate_series(1, 40) n where promo_code like 'BENCH%'",
                "insert into cost_fact (tenant_id, event_id, kind, collaboration_id, campaign_id, kol_id, amount_minor, currency, happened_at, recorded_at)"
                        + " select tenant_id, md5(promo_code || k)::uuid, k, collaboration_id, campaign_id, kol_id,"
                        + " 1000 + ('x' || substr(md5(promo_code || k), 1, 5))::bit(20)::int, 'CNY', published_at - interval '5 days', now()"
                        + " from collaboration_known, unnest(array['GIFT_PRODUCT', 'SHIPPING', 'FEE']) k where promo_code like 'BENCH%'",
                "insert into payment_fact (tenant_id, event_id, kind, payout_id, fee_id, collaboration_id, kol_id, amount_minor, currency,"
                        + " happened_at, recorded_at) select tenant_id, md5(promo_code || 'paid')::uuid, 'SETTLED', md5(promo_code || 'payout')::uuid,"
                        + " md5(promo_code || 'fee')::uuid, collaboration_id, kol_id, 1000, 'CNY', published_at + interval '9 days', now()"
                        + " from collaboration_known where promo_code like 'BENCH%'");
        // As a database that has run for a while: statistics are there, and no page waits to be cleaned by the first
        // reader.
        Sql.run(reporting, "vacuum analyze");
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "metric_snapshot",
                "tenant_id, id, collaboration_id, post, provenance, views, reads, likes, comments, shares, saves,"
                        + " declared_engagements, taken_at, recorded_at, recorded_by, import_id, line");
        facts.put(
                "click_fact",
                "tenant_id, id, slug, collaboration_id, kind, rule_version, method, user_agent, purpose, happened_at, recorded_at");
        facts.put(
                "order_fact",
                "tenant_id, id, shop, order_number, state, currency, paid_minor, refunded_minor, paid_is_net, margin_minor, codes,"
                        + " happened_at, as_of, recorded_at, import_id, line, content_hash");
        facts.put(
                "cost_fact",
                "tenant_id, event_id, kind, collaboration_id, campaign_id, kol_id, fee_id, milestone, amount_minor, currency,"
                        + " happened_at, recorded_at");
        facts.put(
                "payment_fact",
                "tenant_id, event_id, kind, payout_id, fee_id, collaboration_id, kol_id, amount_minor, currency, happened_at,"
                        + " recorded_at");
        return facts;
    }
}
