package org.kolsuite.bench.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.bench.tool.Load;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.Suite;

/**
 * How long each service takes until it says that it is ready, with its start-up cache and without, the rest of the suite running; what it
 * holds of the memory when nobody asks and after ten seconds of calls; and the start of the whole suite on data that is there.
 */
public final class Starting implements Measurement {
    /** Read by the launcher at each start of a service. */
    private static final String IGNORE_CACHE = "kol.start-up-cache.ignored";

    private static final int REST_MILLIS = 20_000;
    private static final int CONNECTIONS = 8;
    private static final int LOAD_SECONDS = 10;

    /** A list that each service answers to finance. */
    private static final Map<ServiceSpec, String> READS = Map.of(
            ServiceSpec.KOL_REGISTRY, "/api/v1/platforms",
            ServiceSpec.CAMPAIGN, "/api/v1/campaigns",
            ServiceSpec.PAYMENT, "/api/v1/fees",
            ServiceSpec.REPORTING, "/api/v1/formulas",
            ServiceSpec.GATEWAY, "/api/v1/campaigns");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "start of each service and of the suite, and memory; against the same without start-up caches";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite();
        List<Figure> figures = new ArrayList<>(starts(bench, suite.parts()));
        figures.addAll(memory(bench, suite));
        figures.addAll(wholeSuite(bench));
        return figures;
    }

    private static List<Figure> starts(Bench bench, Suite parts) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (ServiceSpec service : ServiceSpec.values()) {
            bench.say("starting " + service.module());
            Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
            contenders.put("with", () -> secondsToStart(parts, service, true));
            contenders.put("without", () -> secondsToStart(parts, service, false));
            // The first stop after a build writes the cache.
            Map<String, List<Double>> seconds = bench.rounds(1).run(contenders);
            parts.restart(service.module());
            figures.add(Figure.against(
                    "start of " + service.module(),
                    seconds.getOrDefault("with", List.of()),
                    "s",
                    "without cache",
                    seconds.getOrDefault("without", List.of()),
                    new Goal.AtMost(2)));
        }
        return figures;
    }

    private static double secondsToStart(Suite parts, ServiceSpec service, boolean cached) {
        parts.stop(service.module());
        return cached(cached, () -> {
            long begin = System.nanoTime();
            parts.restart(service.module());
            return (System.nanoTime() - begin) / 1e9;
        });
    }

    private static double cached(boolean cached, DoubleSupplier start) {
        System.setProperty(IGNORE_CACHE, String.valueOf(!cached));
        try {
            return start.getAsDouble();
        } finally {
            System.clearProperty(IGNORE_CACHE);
        }
    }

    private static List<Figure> memory(Bench bench, MeasuredSuite suite) throws IOException, InterruptedException {
        bench.say("memory at rest");
        Thread.sleep(REST_MILLIS);
        List<Figure> figures = new ArrayList<>();
        for (ServiceSpec service : ServiceSpec.values()) {
            figures.addAll(memory(suite, service, "at rest", new Goal.AtMost(220)));
        }
        bench.say("memory after load");
        Load load = new Load(bench.tools().h2load());
        for (ServiceSpec service : ServiceSpec.values()) {
            var target = new Load.Target(
                    suite.address(service) + READS.get(service),
                    Map.of("Authorization", "Bearer " + suite.tokensOf("fang").current()));
            load.saturate(target, CONNECTIONS, LOAD_SECONDS);
            figures.addAll(memory(suite, service, "after load", new Goal.None()));
        }
        return figures;
    }

    private static List<Figure> memory(MeasuredSuite suite, ServiceSpec service, String when, Goal goal)
            throws IOException {
        return Memory.of(suite.parts().process(service.module())).stream()
                .mapToObj(megabytes ->
                        Figure.alone("memory of " + service.module() + " " + when + " (PSS)", megabytes, "MB", goal))
                .toList();
    }

    private static List<Figure> wholeSuite(Bench bench) throws Exception {
        Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
        contenders.put("with", () -> cached(true, bench::restartSuite));
        contenders.put("without", () -> cached(false, bench::restartSuite));
        Map<String, List<Double>> seconds =
                new Rounds(0, Math.min(3, bench.options().rounds())).run(contenders);
        return List.of(Figure.against(
                "start of the whole suite, data is there",
                seconds.getOrDefault("with", List.of()),
                "s",
                "without caches",
                seconds.getOrDefault("without", List.of()),
                new Goal.None()));
    }
}
