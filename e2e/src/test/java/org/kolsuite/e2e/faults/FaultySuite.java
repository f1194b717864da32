package org.kolsuite.e2e.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.Detours;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.Suite;
import org.kolsuite.launcher.SuiteOptions;
import org.kolsuite.launcher.Watch;
import org.kolsuite.localstack.Databases;
import org.kolsuite.localstack.LocalPostgres;

/**
 * The suite as people run it, to be broken: what PostgreSQL has committed is on the disk, the launcher's watch brings back what ends,
 * and a proxy stands before PostgreSQL (one for each service) and before Kafka. Invitations expire within seconds, so that timers
 * fire while parts fail. One per JVM: the tests of this package run in one of their own.
 */
final class FaultySuite {
    /** Short enough for timers to fire during a run, long enough for an invitation to be accepted first. */
    static final Duration INVITATION = Duration.ofSeconds(20);

    private static final Pattern DEGRADED = Pattern.compile("\"degraded\"\\s*:\\s*true|\"state\"\\s*:\\s*\"degraded\"");
    private static final FaultySuite ONLY = new FaultySuite();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Map<ServiceSpec, TcpProxy> postgres = new EnumMap<>(ServiceSpec.class);
    private final TcpProxy kafka;
    private final Suite suite;
    private final Watch watch;

    private FaultySuite() {
        SuiteOptions options = SuiteOptions.forTests(RunningSuite.root(), RunningSuite.newFolder())
                .durable()
                .with("kol.workflow.invite-expires-after", INVITATION.toString())
                .with("kol.workflow.sweep.every", "1s")
                // What a dead replica held is free after seconds, and what was taken is told at once: waits, not
                // checks.
                .with("kol.imports.lease", "PT8S")
                .with("kol.imports.look-every", "1s")
                .with("kol.reporting.import-lease", "8s")
                .with("kol.payment.upload.abandoned-after", "PT8S")
                .with("mp.messaging.connector.smallrye-kafka.auto.commit.interval.ms", "500")
                .with("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000")
                .with("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "1500");
        Map<ServiceSpec, Integer> ports = new EnumMap<>(ServiceSpec.class);
        for (ServiceSpec service : withDatabase()) {
            TcpProxy proxy = TcpProxy.to(options.ports().postgres());
            postgres.put(service, proxy);
            ports.put(service, proxy.port());
        }
        kafka = TcpProxy.to(options.ports().kafka());
        long begin = System.nanoTime();
        suite = Suite.start(options.by(new Detours(ports, OptionalInt.of(kafka.port()))));
        RunningSuite.use(suite);
        watch = Watch.beside(suite, new PrintStream(new Indented(), true, StandardCharsets.UTF_8));
        System.out.printf(
                "faults: the suite is up after %.0f s, its logs are in %s%n",
                (System.nanoTime() - begin) / 1e9, options.logs());
    }

    static FaultySuite get() {
        return ONLY;
    }

    Suite suite() {
        return suite;
    }

    static List<ServiceSpec> withDatabase() {
        return Stream.of(ServiceSpec.values())
                .filter(service -> service != ServiceSpec.GATEWAY)
                .toList();
    }

    TcpProxy lineToPostgres(ServiceSpec service) {
        return Optional.ofNullable(postgres.get(service)).orElseThrow();
    }

    TcpProxy lineToKafka() {
        return kafka;
    }

    Databases databases() {
        return Databases.at(LocalPostgres.HOST, suite.options().ports().postgres());
    }

    String kafkaBootstrap() {
        return "localhost:" + kafka.port();
    }

    /** For data and logs of this run. */
    Path folder() {
        return suite.options().folder();
    }

    Path postgresData() {
        return suite.options().data().resolve("postgres");
    }

    /** Sends a signal to parts and all their processes at once, the first of each first: it would start others. */
    void signal(String signal, String... parts) {
        List<ProcessHandle> firsts = Stream.of(parts).map(suite::process).toList();
        List<ProcessHandle> others =
                firsts.stream().flatMap(ProcessHandle::descendants).toList();
        send(signal, Stream.concat(firsts.stream(), others.stream()));
        send(signal, firsts.stream().flatMap(ProcessHandle::descendants));
    }

    private static void send(String signal, Stream<ProcessHandle> processes) {
        String ids = processes.map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
        if (!ids.isEmpty()) {
            run("kill -" + signal + " " + ids + " 2>/dev/null");
        }
    }

    /** By the shell; the exit code. */
    static int run(String command) {
        try {
            return new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is not as it should be, by part; nothing when the whole suite is ready and events flow. */
    Map<String, String> complaints() {
        if (watch.hasGivenUp()) {
            throw new AssertionError("the launcher has given the suite up");
        }
        Map<String, String> complaints = new LinkedHashMap<>();
        for (ServiceSpec service : ServiceSpec.values()) {
            String health = health(service);
            if (!health.startsWith("200") || DEGRADED.matcher(health).find()) {
                complaints.put(service.module(), health);
            }
        }
        if (complaints.isEmpty()) {
            signInFails().ifPresent(why -> complaints.put(Suite.KEYCLOAK, why));
        }
        return complaints;
    }

    /** Keycloak may still hold connections to a PostgreSQL that is gone. */
    private static Optional<String> signInFails() {
        try {
            Person.signIn("mei");
            return Optional.empty();
        } catch (UncheckedIOException | AssertionError notNow) {
            return Optional.of(String.valueOf(notNow.getMessage()));
        }
    }

    private static String health(ServiceSpec service) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(RunningSuite.address(service) + "/q/health/ready"))
                            .timeout(Duration.ofSeconds(3))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException unreachable) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the watch says, line by line, without the logs that it quotes. */
    private static final class Indented extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int octet) {
            if (octet != '\n') {
                line.write(octet);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (!text.isBlank() && !text.startsWith("  |")) {
                System.out.println("faults:   watch: " + text);
            }
        }
    }
}
