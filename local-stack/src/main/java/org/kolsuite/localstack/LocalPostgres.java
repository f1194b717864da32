package org.kolsuite.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL 18 server, its own process, listening on the loopback address only. A data directory that exists is used again, so a
 * server that was stopped or killed comes back with what it had committed. Works as root too: the server then runs in a user
 * namespace, because PostgreSQL refuses to be root.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String HOST = "localhost";
    /** The superuser; the server trusts whoever connects from this machine. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server and waits until it answers. Its log is {@code postgres.log} beside the data directory. */
    public static LocalPostgres start(Path dataDirectory, int port, Durability durability) {
        Path log = dataDirectory.resolveSibling("postgres.log");
        return start(dataDirectory, port, durability, log);
    }

    public static LocalPostgres start(Path dataDirectory, int port, Durability durability, Path log) {
        Ports.requireFree("PostgreSQL", port);
        try {
            Files.createDirectories(dataDirectory.toAbsolutePath().getParent());
            Files.createDirectories(log.toAbsolutePath().getParent());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(dataDirectory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries())
                    .setPort(port)
                    .setPGStartupWait(START_TIMEOUT)
                    .setServerConfig("fsync", durability.setting())
                    .setServerConfig("synchronous_commit", durability.setting())
                    .setServerConfig("full_page_writes", durability.setting())
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("timezone", "UTC")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new LocalPostgres(server);
        } catch (IOException | RuntimeException e) {
            throw new StartFailed("PostgreSQL", String.valueOf(e.getMessage()), log, e);
        }
    }

    /** Where the binaries are unpacked, once per user. */
    private static File binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "kol-suite-postgres-" + System.getProperty("user.name"))
                .toFile();
    }

    public int port() {
        return server.getPort();
    }

    public ProcessHandle process() {
        return server.getProcess().toHandle();
    }

    /** Ends the server as a power cut would: nothing is flushed, no connection is told. For fault tests. */
    public void kill() {
        ProcessHandle process = process();
        process.children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends the server in order: open transactions are rolled back, the rest is written. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
