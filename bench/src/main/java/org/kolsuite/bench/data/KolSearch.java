package org.kolsuite.bench.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.Samples;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * A search for Chinese words among a million KOLs, with its page, its count and its four facets, against PostgreSQL on the same
 * texts: with a trigram index, which helps little with words of two characters, and with its full-text index, which is given the
 * words already cut. Each word stands in about one of twenty KOLs.
 */
public final class KolSearch implements Measurement {
    private static final int FULL = 1_000_000;
    private static final int REQUESTS = 1000;

    @Override
    public String name() {
        return "kol-search";
    }

    @Override
    public String about() {
        return "Chinese search with facets over 1,000,000 KOLs, against PostgreSQL with pg_trgm (seeded by SQL)";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite(Set.of(ServiceSpec.KOL_REGISTRY));
        Http registry = new Http(suite.address(ServiceSpec.KOL_REGISTRY), suite.tokensOf("ada"));
        int size = bench.options().scaled(FULL);
        try (Connection database = suite.connect("registry")) {
            if (Sql.number(database, "select count(*) from pg_class where relname = 'bench_listing'") == 0) {
                bench.say("putting " + size + " KOLs into the registry's tables");
                seed(database, registry.tenant(), size);
                bench.say("indexing them");
                registry.post("/api/v1/kols/search-index/rebuild");
            } else if (Sql.number(database, "select count(*) from bench_listing") != size) {
                throw new IllegalStateException(
                        "another number of KOLs than " + size + " stands there; begin with an empty suite");
            }
            List<Figure> figures = new ArrayList<>();
            figures.addAll(search(bench, registry, database, "one word", List.of("护肤")));
            figures.addAll(search(bench, registry, database, "two words", List.of("护肤", "旅行")));
            return figures;
        }
    }

    private static List<Figure> search(Bench bench, Http registry, Connection database, String what, List<String> words)
            throws Exception {
        String path = "/api/v1/kols?q=" + URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        long found = registry.get(path).path("total").asLong();
        long same = Sql.number(database, "select count(*) from bench_listing where " + like(words));
        // An analyser that cuts Chinese into pairs also finds a pair across two words; so does the pattern.
        long fullText = Sql.number(database, "select count(*) from bench_listing where " + matching(words));
        if (found != same || found != fullText) {
            throw new IllegalStateException(
                    "the search finds " + found + " KOLs, PostgreSQL " + same + " and " + fullText);
        }
        for (int i = 0; i < REQUESTS; i++) {
            registry.size(path);
        }
        List<Double> all = new ArrayList<>();
        Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
        contenders.put("search", () -> {
            List<Double> round = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                registry.size(path);
                round.add((System.nanoTime() - start) / 1e6);
            }
            all.addAll(round);
            return Samples.of(round).median();
        });
        contenders.put("trigram", () -> page(database, like(words)));
        contenders.put("full-text", () -> page(database, matching(words)));
        Map<String, List<Double>> results = bench.rounds(1).run(contenders);
        return List.of(
                Figure.alone(
                        "KOL search, " + what + " with facets, " + found + " found, 99th percentile",
                        Samples.of(all).percentile(99),
                        "ms",
                        new Goal.AtMost(20)),
                Figure.against(
                        "KOL search, " + what + " with facets, median",
                        results.getOrDefault("search", List.of()),
                        "ms",
                        "PostgreSQL with pg_trgm",
                        results.getOrDefault("trigram", List.of()),
                        new Goal.AtMostTimes(0.1)),
                Figure.against(
                        "KOL search, " + what + " with facets, median",
                        results.getOrDefault("search", List.of()),
                        "ms",
                        "PostgreSQL's full-text search",
                        results.getOrDefault("full-text", List.of()),
                        new Goal.AtMostTimes(0.1)));
    }

    private static String like(List<String> words) {
        List<String> conditions = new ArrayList<>();
        words.forEach(word -> conditions.add("words like '%" + word + "%'"));
        return String.join(" and ", conditions);
    }

    private static String matching(List<String> words) {
        return "lexemes @@ to_tsquery('simple', '" + String.join(" & ", words) + "')";
    }

    private static double page(Connection database, String condition) throws Exception {
        long start = System.nanoTime();
        Sql.rows(database, page(condition));
        return (System.nanoTime() - start) / 1e6;
    }

    /** The page and the facets in one question: the matches are looked for once. */
    private static String page(String condition) {
        return "with found as materialized (select id, platform, tier, country, topics, followers from bench_listing where "
                + condition + ")"
                + " (select 'hit', id::text, followers from found order by followers desc limit 20)"
                + " union all (select 'platform', platform, count(*) from found group by 2 order by 3 desc limit 50)"
                + " union all (select 'tier', tier, count(*) from found group by 2 order by 3 desc limit 50)"
                + " union all (select 'country', country, count(*) from found group by 2 order by 3 desc limit 50)"
                + " union all (select 'topic', unnest(topics), count(*) from found group by 2 order by 3 desc limit 50)";
    }

    /** Two hundred words of two characters; the number says which. */
    private static String word(String number) {
        return "substr('美护穿妆育旅运健食宠数家读影音游汽财科摄', 1 + " + number + " % 20, 1)" + " || substr('肤搭容行身品物码居书', 1 + " + number
                + " / 20 % 10, 1)";
    }

    private static String number(String salt) {
        return "(hashint8(i * 31 + " + salt + ") & 1048575)";
    }

    private static void seed(Connection database, UUID tenant, int size) throws Exception {
        String t = "'" + tenant + "'::uuid";
        String bio = word(number("1")) + " || ' ' || " + word(number("2")) + " || ' ' || " + word(number("3"))
                + " || ' ' || " + word(number("4")) + " || ' ' || " + word(number("5")) + " || ' ' || "
                + word(number("6"));
        Sql.run(
                database,
                "set synchronous_commit = off",
                // The log that the index follows would hold each row; the rebuild reads them all anyway.
                "set session_replication_role = replica",
                "create extension if not exists pg_trgm",
                "insert into kol (tenant_id, id, version, display_name, country, topics, bio, created_at, updated_at) select "
                        + t
                        + ", md5('searched' || i)::uuid, 1, " + word(number("7")) + " || ' ' || " + word(number("8"))
                        + " || ' ' || i,"
                        + " (array['CN', 'HK', 'TW', 'SG', 'MY'])[1 + i % 5], array[" + word(number("9")) + "], " + bio
                        + ", now(), now() from generate_series(1, " + size + ") i",
                "insert into account (tenant_id, id, version, kol_id, platform, handle, handle_key, display_name, country, topics, tier,"
                        + " followers, avg_views, avg_likes, measured_on, created_at, updated_at) select k.tenant_id,"
                        + " md5(k.id::text)::uuid, 1, k.id, (array['xiaohongshu', 'douyin', 'weibo', 'bilibili'])[1 + followers % 4],"
                        + " 'kol' || substr(k.id::text, 1, 12), 'kol' || substr(k.id::text, 1, 12), k.display_name, k.country, '{}',"
                        + " (array['nano', 'micro', 'mid', 'macro', 'mega'])[1 + followers % 5], followers, followers / 3, followers / 40,"
                        + " date '2026-03-01', now(), now() from kol k, lateral (select hashtext(k.id::text) & 1048575 as followers) f",
                "set session_replication_role = origin",
                "create table bench_listing as select a.id, a.platform, a.tier, a.country, k.topics, a.followers,"
                        + " concat_ws(' ', a.display_name, a.handle, array_to_string(k.topics, ' '), k.display_name, k.bio) as words"
                        + " from kol k join account a on a.kol_id = k.id",
                "alter table bench_listing add column lexemes tsvector generated always as (to_tsvector('simple', words)) stored",
                "create index on bench_listing using gin (words gin_trgm_ops)",
                "create index on bench_listing using gin (lexemes)",
                "set work_mem = '64MB'",
                "vacuum analyze");
    }
}
