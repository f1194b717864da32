package org.kolsuite.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A Kafka broker in KRaft mode that is its own controller: one process, listening on the loopback address only. A data directory that
 * exists is used again. Topics come from {@link KafkaTopics}, not from whoever asks first.
 */
public final class LocalKafka implements AutoCloseable {
    /** Long, for a machine that is busy; a process that ends is noticed at once. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private final LocalProcess process;
    private final int port;

    private LocalKafka(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Who may create a topic. */
    public enum UnknownTopics {
        /** Only an administrator: a misspelt topic is an error. */
        REFUSED,
        /** Whoever writes to it or reads from it: for tests with topics of their own. */
        CREATED
    }

    /** Starts the broker on {@code port}, its controller on the next one, and waits until it answers. */
    public static LocalKafka start(Path dataDirectory, int port) {
        return start(dataDirectory, port, port + 1, dataDirectory.resolveSibling("kafka.log"), UnknownTopics.REFUSED);
    }

    public static LocalKafka start(
            Path dataDirectory, int port, int controllerPort, Path log, UnknownTopics unknownTopics) {
        LocalKafka kafka = launch(dataDirectory, port, controllerPort, log, unknownTopics);
        kafka.awaitReady();
        return kafka;
    }

    /** Starts the broker without waiting; {@link #awaitReady} waits. */
    public static LocalKafka launch(
            Path dataDirectory, int port, int controllerPort, Path log, UnknownTopics unknownTopics) {
        return launch(dataDirectory, port, port, controllerPort, log, unknownTopics);
    }

    /**
     * As the other, for a broker that is reached through something that stands before it.
     *
     * @param advertisedPort where clients are told to come to; a proxy's, which leads to {@code port}
     */
    public static LocalKafka launch(
            Path dataDirectory,
            int port,
            int advertisedPort,
            int controllerPort,
            Path log,
            UnknownTopics unknownTopics) {
        Ports.requireFree("Kafka", port);
        Ports.requireFree("Kafka's controller", controllerPort);
        try {
            Files.createDirectories(dataDirectory);
            Path settings = dataDirectory.resolve("server.properties");
            Files.writeString(
                    settings,
                    settings(dataDirectory.resolve("log"), port, advertisedPort, controllerPort, unknownTopics));
            if (!Files.exists(dataDirectory.resolve("log").resolve("meta.properties"))) {
                format(settings, log);
            }
            LocalProcess process = java("Kafka", log, "kafka.Kafka", settings.toString());
            return new LocalKafka(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the broker answers. */
    public void awaitReady() {
        KafkaTopics.awaitBroker(bootstrap(), process, START_TIMEOUT);
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    public LocalProcess process() {
        return process;
    }

    /** Ends the broker as a power cut would. For fault tests. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private static void format(Path settings, Path log) {
        LocalProcess format = java(
                "Kafka's format",
                log,
                "kafka.tools.StorageTool",
                "format",
                "-t",
                newClusterId(),
                "-c",
                settings.toString());
        if (format.awaitExit() != 0) {
            throw new StartFailed("Kafka", "its storage could not be formatted", log);
        }
    }

    /** Kafka's own form of a UUID: its 16 bytes in URL-safe base 64; one in 64 would begin like an option. */
    private static String newClusterId() {
        String id = newId();
        while (id.startsWith("-")) {
            id = newId();
        }
        return id;
    }

    private static String newId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static LocalProcess java(String name, Path log, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                StackFiles.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                StackFiles.classpath(),
                mainClass));
        command.addAll(List.of(arguments));
        return LocalProcess.start(name, log, Map.of(), command);
    }

    private static String settings(
            Path logDirectory, int port, int advertisedPort, int controllerPort, UnknownTopics unknownTopics) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", 1),
                Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + advertisedPort),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", logDirectory.toAbsolutePath()),
                Map.entry("auto.create.topics.enable", unknownTopics == UnknownTopics.CREATED),
                Map.entry("num.partitions", KafkaTopics.PARTITIONS),
                Map.entry("default.replication.factor", 1),
                Map.entry("offsets.topic.replication.factor", 1),
                Map.entry("offsets.topic.num.partitions", 3),
                Map.entry("transaction.state.log.replication.factor", 1),
                Map.entry("transaction.state.log.min.isr", 1),
                Map.entry("transaction.state.log.num.partitions", 3),
                Map.entry("share.coordinator.state.topic.replication.factor", 1),
                Map.entry("share.coordinator.state.topic.min.isr", 1),
                Map.entry("group.initial.rebalance.delay.ms", 0),
                // A broker that was killed may come back only when its old session has ended.
                Map.entry("broker.session.timeout.ms", 3_000),
                Map.entry("broker.heartbeat.interval.ms", 500),
                Map.entry("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024));
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }
}
