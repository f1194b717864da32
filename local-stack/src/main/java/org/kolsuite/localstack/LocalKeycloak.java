package org.kolsuite.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak server on the stack's PostgreSQL, its own process. The distribution is built for PostgreSQL once per checkout (half a
 * minute); the realm is imported on the first start with an empty database and left alone afterwards.
 *
 * <p>The process is {@code java} itself and not {@code kc.sh}: the script stays between us and the server, so that killing what we started
 * would leave the server running.
 */
public final class LocalKeycloak implements AutoCloseable {
    /** The administrator of the master realm, for people and tests on this machine. */
    public static final String ADMIN = "admin";

    public static final String ADMIN_PASSWORD = "admin";
    public static final String DATABASE = "keycloak";

    /** Long, for a machine that is busy; a process that ends is noticed at once. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    private static final String REALM_FILE = "/realm/kol-realm.json";

    private final LocalProcess process;
    private final int port;
    private final int managementPort;

    private LocalKeycloak(LocalProcess process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * What a server needs.
     *
     * @param folder for its working files and the realm to import; the data itself is in the database
     * @param databases where {@value #DATABASE} is, or will be created
     * @param realm the realm file's text, {@link #suiteRealm()} but for tests of the stack itself
     * @param placeholders what the realm file leaves open, <code>${NAME:default}</code>
     */
    public record Settings(
            Path folder,
            int port,
            int managementPort,
            Path log,
            Databases databases,
            String realm,
            Map<String, String> placeholders) {}

    /** The realm of the suite, the same file that Kubernetes imports. */
    public static String suiteRealm() {
        try (InputStream file = LocalKeycloak.class.getResourceAsStream(REALM_FILE)) {
            if (file == null) {
                throw new StartFailed("Keycloak", "the realm file " + REALM_FILE + " is missing from local-stack");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and waits until it is ready to sign people in. */
    public static LocalKeycloak start(Settings settings) {
        LocalKeycloak keycloak = launch(settings);
        keycloak.awaitReady();
        return keycloak;
    }

    /** Starts the server without waiting, so that other parts can start beside it; {@link #awaitReady} waits. */
    public static LocalKeycloak launch(Settings settings) {
        Ports.requireFree("Keycloak", settings.port());
        Ports.requireFree("Keycloak's management", settings.managementPort());
        Path distribution = distribution();
        try {
            buildOnce(distribution, settings.log());
            settings.databases().create(DATABASE);
            Path home = home(settings.folder(), distribution);
            Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
            Files.writeString(imported.resolve("realm.json"), settings.realm());
            List<String> command = new ArrayList<>(serverJava(distribution, home));
            command.addAll(List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--http-enabled=true",
                    "--http-port=" + settings.port(),
                    "--http-management-port=" + settings.managementPort(),
                    "--hostname=http://localhost:" + settings.port(),
                    "--db-url=" + settings.databases().jdbcUrl(DATABASE),
                    "--db-username=" + DATABASE,
                    "--db-password=" + DATABASE));
            Map<String, String> environment = new HashMap<>(settings.placeholders());
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
            LocalProcess process = LocalProcess.start("Keycloak", settings.log(), environment, command);
            return new LocalKeycloak(process, settings.port(), settings.managementPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the management port's word: the server's own port listens before it can answer. */
    public void awaitReady() {
        process.awaitHealthy(URI.create("http://localhost:" + managementPort + "/health/ready"), START_TIMEOUT);
    }

    /** Base address of the realm, which is also the issuer in its tokens. */
    public String issuer() {
        return "http://localhost:" + port + "/realms/kol";
    }

    public LocalProcess process() {
        return process;
    }

    /** Ends the server as a power cut would. For fault tests. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path distribution() {
        try (Stream<Path> children = Files.list(StackFiles.folder())) {
            return children.filter(child -> child.getFileName().toString().startsWith("keycloak-"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new StartFailed(
                            "Keycloak", "its distribution is not unpacked: package the module local-stack first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build writes into the distribution, so that only one process may do it at a time. */
    private static void buildOnce(Path distribution, Path log) throws IOException {
        Path done = distribution.resolve("built-for-postgres");
        if (Files.exists(done)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        distribution.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(done) || !lock.isValid()) {
                return;
            }
            LocalProcess build = LocalProcess.start(
                    "Keycloak's build",
                    log,
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    List.of(
                            distribution.resolve("bin").resolve("kc.sh").toString(),
                            "build",
                            "--db=postgres",
                            "--cache=local",
                            "--health-enabled=true"));
            if (build.awaitExit() != 0) {
                throw new StartFailed("Keycloak", "its build failed", log);
            }
            Files.createFile(done);
        }
    }

    /** A home of its own beside the shared distribution, because two stacks of one checkout must not share {@code data}. */
    private static Path home(Path folder, Path distribution) throws IOException {
        Path link = Files.createDirectories(folder).resolve("lib");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.resolve("lib").toAbsolutePath());
        return folder.toAbsolutePath();
    }

    private static List<String> serverJava(Path distribution, Path home) {
        return List.of(
                StackFiles.java().toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-cp",
                distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
