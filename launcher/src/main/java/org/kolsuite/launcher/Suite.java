package org.kolsuite.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 *   PostgreSQL ──┬─► Keycloak ─────┐
 *                ├─► Kafka, topics ├─► a service is ready when it says so itself
 *                └─► services ─────┘   (they start beside Keycloak and wait for it)
 * </pre>
 *
 * A part that does not come up ends the others, and the failure names it. {@link #kill} and {@link #restart} are for fault tests: a part
 * is ended as by a power cut, and comes back on the same port with the same data. Everything ends with this JVM, however it is told to.
 */
public final class Suite implements AutoCloseable {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";

    private static final Set<String> INFRASTRUCTURE = Set.of(POSTGRES, KAFKA, KEYCLOAK);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** A service that writes its start-up cache stops when that is done. */
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(3);

    private final SuiteOptions options;
    private final Progress progress;
    private final RunFile runFile;
    private final ServiceLaunch services;
    /** How each part is started, in the order in which they depend on each other. */
    private final Map<String, Supplier<Launched>> launches = Collections.synchronizedMap(new LinkedHashMap<>());
    /** What runs now, by name. */
    private final Map<String, LocalProcess> parts = new ConcurrentHashMap<>();

    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();
    private volatile boolean stopping;
    private final Thread closeAtExit = new Thread(this::stopParts, "suite-stop");

    private Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.runFile = RunFile.in(options.folder());
        this.services = new ServiceLaunch(options);
        launches.put(POSTGRES, this::postgres);
        launches.put(KAFKA, this::kafka);
        launches.put(KEYCLOAK, this::keycloak);
        for (ServiceSpec service : ServiceSpec.values()) {
            if (!options.without().contains(service)) {
                launches.put(service.module(), () -> services.launch(service));
            }
        }
    }

    /** A process that has begun, and how to wait until it can be used. */
    record Launched(LocalProcess process, Runnable awaitReady) {}

    /** Starts everything and waits until each part is ready. */
    public static Suite start(SuiteOptions options) {
        return start(options, Progress.silent());
    }

    /** Starts everything, telling {@code progress} what is ready. */
    public static Suite start(SuiteOptions options, Progress progress) {
        Suite suite = new Suite(options, progress);
        if (suite.runFile.somethingRuns()) {
            throw new StartFailed("KOL Suite", "it runs already from " + options.folder() + "; `./kol down` stops it");
        }
        suite.startParts();
        return suite;
    }

    public SuiteOptions options() {
        return options;
    }

    /** Names of all parts, infrastructure first. */
    public List<String> partNames() {
        return List.copyOf(launches.keySet());
    }

    public boolean isAlive(String part) {
        LocalProcess process = parts.get(known(part));
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
            process.close(options.training() ? TRAINING_PATIENCE : PATIENCE);
            services.keepTraining(process);
        }
    }

    /** Starts a part again, on its port and its data, and waits until it is ready; one that still runs is ended in order first. */
    public void restart(String part) {
        stop(part);
        startPart(part);
    }

    /** Whether somebody has asked for the end, so that parts that end are no surprise. */
    boolean isStopping() {
        return stopping;
    }

    /** Waits until a part ends that nobody has asked to end, or until all of them shall. */
    void awaitEndOf(String part) {
        while (!stopping) {
            LocalProcess process = parts.get(part);
            if (process == null) {
                // Somebody has ended it and will start it again.
                pause(Duration.ofMillis(100));
                continue;
            }
            process.handle().onExit().join();
            if (parts.get(part) == process) {
                return;
            }
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a part", e);
        }
    }

    /** The process of a part that runs, for who looks at it or sends it signals. */
    public ProcessHandle process(String part) {
        LocalProcess process = parts.get(known(part));
        if (process == null) {
            throw new IllegalStateException(part + " does not run");
        }
        return process.handle();
    }

    /**
     * Starts one more replica of a service, beside the one that every suite has, and waits until it is ready.
     *
     * @param settings that only this replica has
     * @return its name, for {@link #stop} and {@link #kill}
     */
    public String addReplica(ServiceSpec service, int port, Map<String, String> settings) {
        String name = service.module() + "-" + port;
        launches.put(name, () -> services.launch(service, name, port, settings));
        startPart(name);
        return name;
    }

    /** Ends every part in order: who depends on others goes first. */
    @Override
    public void close() {
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
            stopParts();
        }
    }

    private void stopParts() {
        stopping = true;
        forEachAtOnce(
                partNames().stream()
                        .filter(name -> !INFRASTRUCTURE.contains(name))
                        .toList(),
                this::stop);
        forEachAtOnce(List.of(KEYCLOAK, KAFKA), this::stop);
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
        Runtime.getRuntime().addShutdownHook(closeAtExit);
        runFile.begin();
        startOrAbandonAll(POSTGRES);
        forEachAtOnce(
                partNames().stream().filter(name -> !name.equals(POSTGRES)).toList(), this::startOrAbandonAll);
        if (stopping) {
            throw new StartFailed("KOL Suite", "it was stopped before it was ready");
        }
        RuntimeException failure = firstFailure.get();
        if (failure != null) {
            services.discardTraining();
            close();
            throw failure;
        }
    }

    /** The first failure ends every part, so that nobody waits for what will not come. */
    private void startOrAbandonAll(String name) {
        if (firstFailure.get() != null) {
            return;
        }
        try {
            startPart(name);
        } catch (RuntimeException e) {
            if (firstFailure.compareAndSet(null, e)) {
                parts.keySet().forEach(this::kill);
            }
        }
    }

    private void startPart(String name) {
        long begin = System.nanoTime();
        Launched launched = Objects.requireNonNull(launches.get(known(name))).get();
        parts.put(name, launched.process());
        runFile.add(name, launched.process().handle());
        if (stopping || firstFailure.get() != null) {
            // The end came while this part was being launched, and did not see it.
            kill(name);
        }
        launched.awaitReady().run();
        progress.ready(name, System.nanoTime() - begin);
    }

    private Launched postgres() {
        LocalPostgres postgres = LocalPostgres.launch(
                options.data().resolve("postgres"),
                options.ports().postgres(),
                options.durability(),
                options.logs().resolve("postgres.log"));
        return new Launched(postgres.process(), () -> {
            postgres.awaitReady();
            Databases databases = Databases.of(postgres);
            for (ServiceSpec service : ServiceSpec.values()) {
                service.database().ifPresent(databases::create);
            }
        });
    }

    private Launched kafka() {
        LocalKafka kafka = LocalKafka.launch(
                options.data().resolve("kafka"),
                options.ports().kafka(),
                options.detours().kafka(options.ports()),
                options.ports().kafkaController(),
                options.logs().resolve("kafka.log"),
                LocalKafka.UnknownTopics.REFUSED);
        List<String> services =
                Stream.of(ServiceSpec.values()).map(ServiceSpec::shortName).toList();
        return new Launched(kafka.process(), () -> {
            kafka.awaitReady();
            KafkaTopics.create(kafka.bootstrap(), services);
        });
    }

    private Launched keycloak() {
        LocalKeycloak keycloak = LocalKeycloak.launch(new LocalKeycloak.Settings(
                options.data().resolve("keycloak"),
                options.ports().keycloak(),
                options.ports().keycloakManagement(),
                options.logs().resolve("keycloak.log"),
                Databases.at(LocalPostgres.HOST, options.ports().postgres()),
                LocalKeycloak.suiteRealm(),
                Map.of("KOL_WEB_ORIGIN", options.webAddress())));
        return new Launched(keycloak.process(), () -> {
            keycloak.awaitReady();
            RealmOrigin.adopt(options, keycloak.issuer());
        });
    }

    private String known(String part) {
        if (!launches.containsKey(part)) {
            throw new IllegalArgumentException("no part is called " + part + ", only " + launches.keySet());
        }
        return part;
    }

    private static void forEachAtOnce(List<String> names, Consumer<String> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(names.stream()
                            .map(name -> CompletableFuture.runAsync(() -> action.accept(name), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
