package org.kolsuite.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.ServiceSpec;

/** An administrator's rebuild of every result from ten million facts, against {@code COPY} of those facts into plain tables. */
public final class RebuildResults implements Measurement {
    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String about() {
        return "rebuilding reporting's projections from 10,000,000 facts, against COPY of the same facts (seeded by SQL)";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite(Set.of(ServiceSpec.REPORTING));
        Http reporting = new Http(suite.address(ServiceSpec.REPORTING), suite.tokensOf("ada"));
        FactSet facts = FactSet.in(bench, suite, reporting.tenant());
        Path folder = bench.freshFolder("facts");
        try (Connection database = facts.connect()) {
            for (Map.Entry<String, String> table : FactSet.FACTS.entrySet()) {
                Sql.copyOut(
                        database,
                        "copy (select " + table.getValue() + " from " + table.getKey() + ") to stdout",
                        folder.resolve(table.getKey()));
            }
            bench.say("rebuilding once: the results of seeded facts are not there yet");
            String hash = rebuild(reporting).path("hashAfter").asText();
            List<Double> rebuilt = new ArrayList<>();
            List<Double> loaded = new ArrayList<>();
            for (int round = 0; round < bench.heavyRounds(); round++) {
                bench.say("round " + (round + 1));
                Sql.run(database, "vacuum analyze");
                long start = System.nanoTime();
                JsonNode answer = rebuild(reporting);
                rebuilt.add(Sql.secondsSince(start));
                requireSame(hash, answer);
                loaded.add(load(database, folder));
            }
            Sql.run(database, "vacuum analyze");
            return List.of(Figure.against(
                    "rebuilding results from " + facts.size() + " facts, the same hash as before",
                    rebuilt,
                    "s",
                    "COPY into plain tables",
                    loaded,
                    new Goal.AtMostTimes(10)));
        } finally {
            for (String table : FactSet.FACTS.keySet()) {
                Files.deleteIfExists(folder.resolve(table));
            }
        }
    }

    static JsonNode rebuild(Http reporting) throws Exception {
        return reporting.post("/api/v1/facts/projections/rebuild");
    }

    private static void requireSame(String hash, JsonNode answer) {
        if (!answer.path("same").asBoolean()
                || !answer.path("hashAfter").asText().equals(hash)) {
            throw new IllegalStateException("a rebuild gave other results: " + answer + " after " + hash);
        }
    }

    private static double load(Connection database, Path folder) throws Exception {
        for (Map.Entry<String, String> table : FactSet.FACTS.entrySet()) {
            Sql.run(
                    database,
                    "create table bench_" + table.getKey() + " as select " + table.getValue() + " from "
                            + table.getKey() + " limit 0");
        }
        long start = System.nanoTime();
        for (String table : FactSet.FACTS.keySet()) {
            Sql.copyIn(database, "copy bench_" + table + " from stdin", folder.resolve(table));
        }
        double seconds = Sql.secondsSince(start);
        for (String table : FactSet.FACTS.keySet()) {
            Sql.run(database, "drop table bench_" + table);
        }
        return seconds;
    }
}
