package org.kolsuite.bench.requests;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.Samples;
import org.kolsuite.bench.suite.AccessTokens;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.bench.tool.Load;
import org.kolsuite.bench.tool.Load.Target;
import org.kolsuite.bench.tool.Nginx;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.seed.Visitor;
import org.kolsuite.localstack.Ports;

/**
 * One KOL's record, read through the gateway by somebody with a session and by a program with a bearer token, beside the same read through
 * nginx and without anything in between. First as fast as it goes, then at half of what nginx carried, where the waiting times mean
 * something. The service checks the token each time, whoever stands in front.
 */
public final class GatewayRead implements Measurement {
    private static final String SESSION = "gateway, session";
    private static final String BEARER = "gateway, bearer token";
    private static final String NGINX = "nginx";
    private static final String DIRECT = "no proxy";

    private static final int CONNECTIONS = 32;
    private static final int SECONDS = 8;

    @Override
    public String name() {
        return "gateway-read";
    }

    @Override
    public String about() {
        return "a read through the gateway with a session, and with a bearer token; against nginx in front of the same service";
    }

    /** Where each contender sends its calls, and with which sign of who it is; made anew for each run, for tokens grow old. */
    private interface Way {
        Target target();
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite();
        URI service = URI.create(suite.address(ServiceSpec.KOL_REGISTRY));
        String path = "/api/v1/kols/" + newKol(suite);
        Path folder = bench.freshFolder("nginx");
        try (Nginx nginx = Nginx.inFrontOf(service, bench.tools().nginx(), folder, Ports.free())) {
            AccessTokens tokens = suite.tokensOf("mei");
            Map<String, Way> ways = new LinkedHashMap<>();
            ways.put(SESSION, () -> new Target(suite.address() + path, session(suite)));
            ways.put(BEARER, () -> new Target(suite.address() + path, bearer(tokens)));
            ways.put(NGINX, () -> new Target(nginx.address() + path, bearer(tokens)));
            ways.put(DIRECT, () -> new Target(service + path, bearer(tokens)));
            return measured(bench, new Load(bench.tools().h2load()), ways);
        }
    }

    private static List<Figure> measured(Bench bench, Load load, Map<String, Way> ways) throws Exception {
        bench.say("as fast as it goes");
        Map<String, Rounds.Contender<Double>> saturated = new LinkedHashMap<>();
        ways.forEach((name, way) -> saturated.put(name, () -> load.saturate(way.target(), CONNECTIONS, SECONDS)));
        Map<String, List<Double>> throughput = bench.rounds(2).run(saturated);
        List<Double> nginx = throughput.getOrDefault(NGINX, List.of());
        double half = Samples.of(nginx).median() / 2;

        bench.say("at half of what nginx carried, %.0f calls a second".formatted(half));
        Map<String, Rounds.Contender<Samples>> steady = new LinkedHashMap<>();
        ways.forEach((name, way) -> steady.put(name, () -> load.steady(way.target(), CONNECTIONS, half, SECONDS)));
        Map<String, List<Samples>> latency = bench.rounds(1).run(steady);

        List<Figure> figures = new ArrayList<>();
        throughput.forEach((name, rounds) -> figures.add(Figure.against(
                "throughput, " + name, rounds, "req/s", NGINX, nginx, goal(name, new Goal.AtLeastTimes(0.7)))));
        for (double percent : new double[] {50, 99}) {
            List<Double> floor = percentiles(latency.getOrDefault(NGINX, List.of()), percent);
            latency.forEach((name, rounds) -> figures.add(Figure.against(
                    "%.0fth percentile at half load, %s".formatted(percent, name),
                    percentiles(rounds, percent),
                    "ms",
                    NGINX,
                    floor,
                    percent == 99 ? goal(name, new Goal.AtMostMore(1)) : new Goal.None())));
        }
        return figures.stream()
                .filter(figure -> !figure.what().endsWith(", " + NGINX))
                .toList();
    }

    /** Only of the gateway something is asked. */
    private static Goal goal(String name, Goal goal) {
        return name.equals(SESSION) || name.equals(BEARER) ? goal : new Goal.None();
    }

    private static List<Double> percentiles(List<Samples> rounds, double percent) {
        return rounds.stream().map(samples -> samples.percentile(percent)).toList();
    }

    private static String newKol(MeasuredSuite suite) {
        return suite.signIn("mei")
                .post("/api/v1/kols", Map.of("displayName", "Bench", "country", "CN"), "bench")
                .orThrow()
                .json()
                .path("id")
                .asText();
    }

    private static Map<String, String> session(MeasuredSuite suite) {
        Visitor visitor = suite.signIn("mei");
        return Map.of("Cookie", visitor.cookieHeader(), "Sec-Fetch-Site", "same-origin");
    }

    private static Map<String, String> bearer(AccessTokens tokens) {
        return Map.of("Authorization", "Bearer " + tokens.current());
    }
}
