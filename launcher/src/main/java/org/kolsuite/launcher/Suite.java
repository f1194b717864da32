package org.kolsuite.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kolsuite.localstack.Databases;
import org.kolsuite.localstack.KafkaTopics;
import org.kolsuite.localstack.LocalKafka;
import org.kolsuite.localstack.LocalKeycloak;
import org.kolsuite.localstack.LocalPostgres;
import org.kolsuite.localstack.LocalProcess;
import org.kolsuite.localstack.StartFailed;

/**
 * The running suite: PostgreSQL, Kafka, Keycloak and the five services, each a process of its own.
 *
 * <pre>
 *   PostgreSQL ──► Keycloak ──┐
 *        │                    ├──► each service is ready when it says so itself
 *        ├──► Kafka ──► topics
 *        └──► services (they start beside Keycloak and wait for it)
 * </pre>
 *
 * A part that does not come up ends the others, and the failure names it. {@link #kill} and {@link #restart} are for fault tests: a part
 * is ended as by a power cut, and comes back on the same port with the same data.
 */
public final class Suite implements AutoCloseable {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";

    private final SuiteOptions options;
    private final Progress progress;
    private final RunFile runFile;
    private final ServiceLaunch services;
    /** What runs now, by name. */
    private final Map<String, LocalProcess> parts = new ConcurrentHashMap<>();
    /** How each part is started, in the order in which they depend on each other. */
    private final Map<String, Supplier<LocalProcess>> starters = new LinkedHashMap<>();

    private Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.runFile = RunFile.in(options.folder());
        this.services = new ServiceLaunch(options);
        starters.put(POSTGRES, this::postgres);
        starters.put(KAFKA, this::kafka);
        starters.put(KEYCLOAK, this::keycloak);
        for (ServiceSpec service : ServiceSpec.values()) {
            starters.put(service.module(), () -> services.start(service));
        }
    }

    /** Starts everything and waits until each part is ready. */
    public static Suite start(SuiteOptions options) {
        return start(options, Progress.silent());
    }

    /** Starts everything, telling {@code progress} what is ready. */
    public static Suite start(SuiteOptions options, Progress progress) {
        Suite suite = new Suite(options, progress);
        suite.refuseASecondRun();
        try {
            suite.startParts();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    public SuiteOptions options() {
        return options;
    }

    /** Names of all parts, infrastructure first. */
    public List<String> partNames() {
        return List.copyOf(starters.keySet());
    }

    public boolean isAlive(String part) {
        LocalProcess process = parts.get(part);
        return process != null && process.isAlive();
    }

    /** Ends one part as a power cut would. */
    public void kill(String part) {
        LocalProcess process = parts.remove(known(part));
        if (process != null) {
            process.kill();
        }
    }

    /** Ends one part in order. */
    public void stop(String part) {
        LocalProcess process = parts.remove(known(part));
        if (process != null) {
            process.close();
        }
    }

    /** Starts a part again, on its port and its data, and waits until it is ready; one that still runs is ended in order first. */
    public void restart(String part) {
        stop(part);
        startPart(part);
    }

    /** Waits until a part ends by itself, which nobody asked for; returns its name, or nothing once the suite is closed. */
    String awaitUnexpectedEnd() {
        CompletableFuture<?>[] ends = parts.entrySet().stream()
                .map(part -> part.getValue().handle().onExit().thenApply(ended -> part.getKey()))
                .toArray(CompletableFuture<?>[]::new);
        return (String) CompletableFuture.anyOf(ends).join();
    }

    /** Ends every part in order: who depends on others goes first. */
    @Override
    public void close() {
        inParallel(Stream.of(ServiceSpec.values()).map(ServiceSpec::module).toList(), this::stop);
        inParallel(List.of(KEYCLOAK, KAFKA), this::stop);
        stop(POSTGRES);
        runFile.delete();
    }

    private void startParts() {
        try {
            Files.createDirectories(options.logs());
            Files.createDirectories(options.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startPart(POSTGRES);
        List<String> others = starters.keySet().stream()
                .filter(name -> !name.equals(POSTGRES))
                .toList();
        inParallel(others, this::startPart);
    }

    private void startPart(String name) {
        Supplier<LocalProcess> starter = starters.get(known(name));
        if (starter == null) {
            throw new IllegalArgumentException(name);
        }
        long begin = System.nanoTime();
        LocalProcess process = starter.get();
        parts.put(name, process);
        runFile.add(name, process.handle());
        progress.ready(name, System.nanoTime() - begin);
    }

    private LocalProcess postgres() {
        LocalPostgres postgres = LocalPostgres.start(
                options.data().resolve("postgres"),
                options.ports().postgres(),
                options.durability(),
                options.logs().resolve("postgres.log"));
        Databases databases = Databases.of(postgres);
        for (ServiceSpec service : ServiceSpec.values()) {
            service.database().ifPresent(databases::create);
        }
        return postgres.process();
    }

    private LocalProcess kafka() {
        LocalKafka kafka = LocalKafka.start(
                options.data().resolve("kafka"),
                options.ports().kafka(),
                options.ports().kafkaController(),
                options.logs().resolve("kafka.log"),
                LocalKafka.UnknownTopics.REFUSED);
        KafkaTopics.create(
                kafka.bootstrap(),
                Stream.of(ServiceSpec.values()).map(ServiceSpec::shortName).toList());
        return kafka.process();
    }

    private LocalProcess keycloak() {
        var settings = new LocalKeycloak.Settings(
                options.data().resolve("keycloak"),
                options.ports().keycloak(),
                options.ports().keycloakManagement(),
                options.logs().resolve("keycloak.log"),
                Databases.at(LocalPostgres.HOST, options.ports().postgres()),
                LocalKeycloak.suiteRealm(),
                Map.of("KOL_WEB_ORIGIN", options.webAddress()));
        return LocalKeycloak.start(settings).process();
    }

    private void refuseASecondRun() {
        if (runFile.somethingRuns()) {
            throw new StartFailed("KOL Suite", "it runs already from " + options.folder() + "; `./kol down` stops it");
        }
        runFile.begin();
    }

    private String known(String part) {
        if (!starters.containsKey(part)) {
            throw new IllegalArgumentException("no part is called " + part + ", only " + starters.keySet());
        }
        return part;
    }

    /** Does it for all at once and waits for all; the first failure is thrown when the rest has ended too. */
    private static void inParallel(List<String> names, Consumer<String> action) {
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (String name : names) {
            running.add(CompletableFuture.runAsync(() -> action.accept(name), threads));
        }
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
