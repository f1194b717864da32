package org.kolsuite.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.kolsuite.localstack.LocalPostgres;
import org.kolsuite.localstack.LocalProcess;
import org.kolsuite.localstack.Ports;
import org.kolsuite.localstack.StartFailed;

/** Starts one packaged service with the addresses of everything it may need. */
final class ServiceLaunch {
    /** Long, because a service waits for Keycloak as long as Keycloak takes to start. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    /** A property of this JVM, looked at for each start: {@code ./kol bench} measures what the caches are worth. */
    private static final String IGNORE_CACHE = "kol.start-up-cache.ignored";

    /** What a JVM ends with that was asked to end. */
    private static final int TERMINATED = 143;

    /** glibc keeps what threads have freed in an arena of each; two are enough, and trimming finds more in them. */
    private static final Map<String, String> FEW_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    private final SuiteOptions options;
    /** The caches that this run writes, by the name of the service that writes them when it ends. */
    private final Map<String, Path> inTraining = new ConcurrentHashMap<>();

    ServiceLaunch(SuiteOptions options) {
        this.options = options;
    }

    Suite.Launched launch(ServiceSpec service) {
        return launch(service, service.module(), options.ports().of(service), Map.of());
    }

    /** Starts one replica, under a name and on a port of its own, with settings that come before those of the suite. */
    Suite.Launched launch(ServiceSpec service, String name, int port, Map<String, String> own) {
        Path program = service.program(options.root());
        Path log = options.logs().resolve(name + ".log");
        if (!Files.exists(program)) {
            throw new StartFailed(name, "it is not built: " + program + " is missing");
        }
        if (!Ports.isFree(port)) {
            throw new StartFailed(name, "port " + port + " is taken by another program");
        }
        LocalProcess process =
                LocalProcess.start(name, log, FEW_ARENAS, command(name, program, settings(service, name, port, own)));
        URI health = URI.create("http://localhost:" + port + "/q/health/ready");
        return new Suite.Launched(process, () -> process.awaitHealthy(health, START_TIMEOUT));
    }

    /** Forgets what this run has trained: a service that never became ready has loaded little of what the next run needs. */
    void discardTraining() {
        inTraining.clear();
    }

    /**
     * Puts what a service has written in place, if it ended in order: a JVM that is killed while it writes leaves half a cache, and one
     * that starts with half a cache crashes.
     */
    void keepTraining(LocalProcess ended) {
        Path cache = inTraining.remove(ended.name());
        if (cache == null) {
            return;
        }
        try {
            boolean inOrder = ended.awaitExit() == 0 || ended.awaitExit() == TERMINATED;
            if (inOrder && Files.exists(written(cache))) {
                Files.move(written(cache), cache, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(written(cache));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String name, Path program, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // What compiling took at the start is given back.
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:ErrorFile=" + options.logs().resolve(name + "-%p-crash.log"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        command.addAll(startUpCache(name, program));
        settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    /**
     * A cache of loaded and linked classes makes a service start in a third of the time. It belongs to one build of the program: a newer
     * program trains a new one, by running once and stopping in order.
     */
    private List<String> startUpCache(String name, Path program) {
        if (Boolean.getBoolean(IGNORE_CACHE)) {
            return List.of();
        }
        Path cache = program.resolveSibling("app.aot");
        try {
            boolean fits = Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(program)) > 0;
            if (fits) {
                // Mapped where it was made for: elsewhere the JVM corrects, and so keeps, every page of it.
                return List.of(
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:AOTCache=" + cache,
                        "-Xlog:aot=error");
            }
            if (!options.training()) {
                return List.of();
            }
            inTraining.put(name, cache);
            // Without profiles of methods: a smaller process that starts no later (docs/adr/0009).
            return List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining",
                    "-XX:AOTCacheOutput=" + written(cache),
                    "-Xlog:aot=error");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".new");
    }

    private Map<String, String> settings(ServiceSpec service, String name, int port, Map<String, String> own) {
        PortPlan ports = options.ports();
        Map<String, String> settings = new TreeMap<>();
        // The production profile but for a clock that the seed may move.
        settings.put("quarkus.profile", "demo");
        settings.put("quarkus.http.host", "localhost");
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put("kol.base-port", String.valueOf(ports.base()));
        settings.put("kol.web.origin", options.webAddress());
        settings.put("kol.postgres.host", LocalPostgres.HOST);
        settings.put("kol.postgres.port", String.valueOf(options.detours().postgres(service, ports)));
        service.database().ifPresent(database -> settings.put("kol.postgres.database", database));
        settings.put("kafka.bootstrap.servers", "localhost:" + options.detours().kafka(ports));
        settings.put("kol.keycloak.url", "http://localhost:" + ports.keycloak());
        settings.put("kol.keycloak.port", String.valueOf(ports.keycloak()));
        settings.put("kol.data.folder", options.data().resolve(name).toString());
        for (ServiceSpec other : ServiceSpec.values()) {
            String url = "http://localhost:" + ports.of(other);
            other.database().ifPresent(database -> settings.put("kol." + database + ".url", url));
            if (other != ServiceSpec.GATEWAY) {
                settings.put("kol.gateway.services." + other.shortName() + ".url", url);
            }
        }
        settings.putAll(options.settings());
        settings.putAll(own);
        return settings;
    }
}
