package org.kolsuite.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL 18 server, its own process, listening on the loopback address only. A data directory that exists is used again, so a
 * server that was stopped or killed comes back with what it had committed. Works as root too: the server then runs in a user
 * namespace, because PostgreSQL refuses to be root.
 */
public final class LocalPostgres implements AutoCloseable {
    public static final String HOST = "localhost";
    /** The superuser; the server trusts whoever connects from this machine. */
    public static final String SUPERUSER = "postgres";

    private static final String NAME = "PostgreSQL";
    /** Long, for a machine that is busy; a process that ends is noticed at once. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    /** Ends open transactions and sessions; the usual signal would wait for the sessions to leave. */
    private static final String FAST_SHUTDOWN = "INT";

    private final LocalProcess process;
    private final int port;

    private LocalPostgres(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the server and waits until it answers. Its log is {@code postgres.log} beside the data directory. */
    public static LocalPostgres start(Path dataDirectory, int port, Durability durability) {
        return start(dataDirectory, port, durability, dataDirectory.resolveSibling("postgres.log"));
    }

    public static LocalPostgres start(Path dataDirectory, int port, Durability durability, Path log) {
        LocalPostgres server = launch(dataDirectory, port, durability, log);
        server.awaitReady();
        return server;
    }

    /** Starts the server without waiting; {@link #awaitReady} waits. */
    public static LocalPostgres launch(Path dataDirectory, int port, Durability durability, Path log) {
        Ports.requireFree(NAME, port);
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        Path data = dataDirectory.toAbsolutePath();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data, log);
        }
        List<String> command = asOrdinaryUser(binaries.program("postgres"));
        command.addAll(List.of("-D", data.toString()));
        settings(port, durability).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        LocalProcess process = LocalProcess.start(NAME, log, Map.of(), command).stoppedBy(FAST_SHUTDOWN);
        return new LocalPostgres(process, port);
    }

    /** Waits until the server lets somebody in. */
    public void awaitReady() {
        Databases databases = Databases.of(this);
        process.awaitReady(START_TIMEOUT, () -> {
            try (Connection connection = databases.connect("postgres")) {
                return connection.isValid(1) ? LocalProcess.READY : "no answer";
            } catch (SQLException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    public int port() {
        return port;
    }

    public LocalProcess process() {
        return process;
    }

    /** Ends the server as a power cut would: nothing is flushed, no connection is told. For fault tests. */
    public void kill() {
        process.kill();
    }

    /** Ends the server in order: open transactions are rolled back, the rest is written. */
    @Override
    public void close() {
        process.close();
    }

    /** Makes a new cluster beside its place and moves it there, so that a kill in between leaves nothing half done. */
    private static void initialise(PostgresBinaries binaries, Path data, Path log) {
        try {
            Files.createDirectories(data.getParent());
            Path draft = Files.createTempDirectory(data.getParent(), "initialising");
            List<String> command = asOrdinaryUser(binaries.program("initdb"));
            command.addAll(List.of("--auth=trust", "--username=" + SUPERUSER, "--encoding=UTF8"));
            command.addAll(List.of("--locale=C.UTF-8", "--no-instructions", "--pgdata=" + draft));
            if (LocalProcess.start("PostgreSQL's initdb", log, Map.of(), command)
                            .awaitExit()
                    != 0) {
                throw new StartFailed(NAME, "its data directory could not be made", log);
            }
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asOrdinaryUser(Path program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        return command;
    }

    private static Map<String, String> settings(int port, Durability durability) {
        return Map.of(
                "port", String.valueOf(port),
                "listen_addresses", "localhost",
                "unix_socket_directories", "",
                "fsync", durability.setting(),
                "synchronous_commit", durability.setting(),
                "full_page_writes", durability.setting(),
                "max_connections", "400",
                // Long imports write a gigabyte in half a minute; after each checkpoint every page is written whole
                // once more.
                "max_wal_size", "2GB",
                "timezone", "UTC",
                "log_timezone", "UTC");
    }
}
