package org.kolsuite.bench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.Samples;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * The first page of the ROI report over ten million facts, from the service's endpoint, against DuckDB on the same facts and
 * against PostgreSQL adding them up itself. The peers compute the same sums per group and leave out every figure's source, age,
 * inputs and name.
 */
public final class RoiReport implements Measurement {
    private static final int REQUESTS = 200;

    @Override
    public String name() {
        return "roi-report";
    }

    @Override
    public String about() {
        return "first page of the ROI report over 10,000,000 facts, against DuckDB and PostgreSQL without roll-up (seeded by SQL)";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite(Set.of(ServiceSpec.REPORTING));
        Http reporting = new Http(suite.address(ServiceSpec.REPORTING), suite.tokensOf("ada"));
        FactSet facts = FactSet.in(bench, suite, reporting.tenant());
        bench.say("rebuilding: the results of seeded facts are not there yet, or stale");
        RebuildResults.rebuild(reporting);
        Path folder = bench.freshFolder("duckdb");
        List<Figure> figures = new ArrayList<>();
        try (Connection postgres = facts.connect();
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("facts.duckdb"))) {
            bench.say("loading DuckDB");
            Sql.run(postgres, "vacuum analyze", "set jit = off");
            load(postgres, duckdb, folder);
            for (String by : List.of("campaign", "kol")) {
                bench.say("by " + by);
                figures.addAll(report(bench, reporting, postgres, duckdb, by));
            }
        } finally {
            bench.freshFolder("duckdb");
        }
        return figures;
    }

    private static List<Figure> report(Bench bench, Http reporting, Connection postgres, Connection duckdb, String by)
            throws Exception {
        String path = "/api/v1/reports/roi?by=" + by;
        long dearest = reporting
                .get(path)
                .path("items")
                .path(0)
                .path("metrics")
                .path("TOTAL_COST")
                .path("value")
                .asLong();
        long same = Sql.number(duckdb, "select cast(cost as bigint) from (" + sums(by) + ") limit 1");
        if (dearest != same) {
            throw new IllegalStateException(
                    "the dearest " + by + " costs " + dearest + " by the report, " + same + " by DuckDB");
        }
        for (int i = 0; i < REQUESTS; i++) {
            reporting.size(path);
        }
        List<Double> ours = new ArrayList<>();
        Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
        contenders.put("report", () -> {
            List<Double> round = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                reporting.size(path);
                round.add((System.nanoTime() - start) / 1e6);
            }
            ours.addAll(round);
            return Samples.of(round).median();
        });
        contenders.put("duckdb", () -> millis(duckdb, sums(by)));
        contenders.put("postgres", () -> millis(postgres, sums(by)));
        Map<String, List<Double>> results = bench.rounds(1).run(contenders);
        String what = "ROI report by " + by + ", first page";
        return List.of(
                Figure.alone(
                        what + ", 99th percentile of " + ours.size() + " requests",
                        Samples.of(ours).percentile(99),
                        "ms",
                        new Goal.AtMost(50)),
                Figure.against(
                        what + ", median",
                        results.getOrDefault("report", List.of()),
                        "ms",
                        "DuckDB on the same facts",
                        results.getOrDefault("duckdb", List.of()),
                        new Goal.AtMostTimes(1)),
                Figure.against(
                        what + ", median",
                        results.getOrDefault("report", List.of()),
                        "ms",
                        "PostgreSQL without roll-up",
                        results.getOrDefault("postgres", List.of()),
                        new Goal.AtMostTimes(1)));
    }

    private static double millis(Connection database, String query) throws Exception {
        long start = System.nanoTime();
        Sql.rows(database, query);
        return (System.nanoTime() - start) / 1e6;
    }

    /** The sums of the fifty dearest groups, in SQL that both speak. Counters are cumulative, so a post's newest is its largest. */
    private static String sums(String by) {
        return """
                select c.%s_id, sum(k.cost) as cost, sum(l.people), sum(l.machines), sum(o.orders), sum(o.paid), sum(o.refunded),
                  sum(m.views), sum(m.likes), sum(m.comments), sum(m.shares), sum(m.saves)
                from collaboration_known c
                left join (select collaboration_id, sum(amount_minor) as cost from cost_fact group by 1) k
                  on k.collaboration_id = c.collaboration_id
                left join (select collaboration_id, count(*) filter (where kind = 'PERSON') as people,
                             count(*) filter (where kind <> 'PERSON') as machines from click_fact group by 1) l
                  on l.collaboration_id = c.collaboration_id
                left join (select i.collaboration_id, count(*) as orders, sum(f.paid_minor) as paid, sum(f.refunded_minor) as refunded
                           from order_fact f join issued_code i on i.code = f.codes[1] group by 1) o
                  on o.collaboration_id = c.collaboration_id
                left join (select collaboration_id, sum(views) as views, sum(likes) as likes, sum(comments) as comments,
                             sum(shares) as shares, sum(saves) as saves
                           from (select collaboration_id, post, max(views) as views, max(likes) as likes, max(comments) as comments,
                                   max(shares) as shares, max(saves) as saves from metric_snapshot group by 1, 2) posts group by 1) m
                  on m.collaboration_id = c.collaboration_id
                group by 1 order by 2 desc nulls last limit 50""".formatted(by);
    }

    private static void load(Connection postgres, Connection duckdb, Path folder) throws Exception {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("metric_snapshot", "collaboration_id, post, views, likes, comments, shares, saves, taken_at");
        tables.put("click_fact", "collaboration_id, kind, happened_at");
        tables.put("order_fact", "shop, order_number, paid_minor, refunded_minor, codes[1] as code, happened_at");
        tables.put("cost_fact", "collaboration_id, kind, amount_minor, happened_at");
        tables.put("issued_code", "code, collaboration_id");
        tables.put("collaboration_known", "collaboration_id, campaign_id, kol_id");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Path file = folder.resolve(table.getKey() + ".csv");
            Sql.copyOut(
                    postgres,
                    "copy (select " + table.getValue() + " from " + table.getKey() + ") to stdout (format csv, header)",
                    file);
            String columns = table.getKey().equals("order_fact") ? "* exclude (code), [code] as codes" : "*";
            Sql.run(
                    duckdb,
                    "create table " + table.getKey() + " as select " + columns + " from read_csv('" + file
                            + "', header = true)");
            Files.delete(file);
        }
    }
}
