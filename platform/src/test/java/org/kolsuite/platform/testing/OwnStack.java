package org.kolsuite.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.localstack.Durability;
import org.kolsuite.localstack.LocalKafka;
import org.kolsuite.localstack.LocalPostgres;
import org.kolsuite.localstack.LocalProcess;
import org.kolsuite.localstack.Ports;
import org.kolsuite.localstack.TestStack;

/**
 * As {@link KolStack}, with a PostgreSQL and a Kafka that belong to this test alone, so that it may freeze, kill and restart
 * them without hurting others. What PostgreSQL has committed survives.
 */
public class OwnStack extends KolStack {
    private static final String FOLDER = "kol.test.own.folder";
    private static final String POSTGRES = "kol.test.own.postgres";
    private static final String KAFKA = "kol.test.own.kafka";

    @Override
    TestStack stack() {
        try {
            Path folder = Files.createTempDirectory("kol-own-stack");
            List<Integer> ports = Ports.free(3);
            // Properties, because the test and the resource may live in two class loaders.
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(POSTGRES + ".port", String.valueOf(ports.get(0)));
            System.setProperty(KAFKA + ".port", String.valueOf(ports.get(1)));
            System.setProperty(KAFKA + ".controller", String.valueOf(ports.get(2)));
            Runtime.getRuntime().addShutdownHook(new Thread(OwnStack::killAll));
            return TestStack.of(startPostgres(), startKafka());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("kol.postgres.patience", "PT3S");
        return settings;
    }

    @Override
    public void stop() {
        killAll();
    }

    private static void killAll() {
        killPostgres();
        killKafka();
    }

    /** PostgreSQL's data directory: for a test that takes a copy of it, and starts the server from another. */
    public static Path postgresFolder() {
        return Path.of(System.getProperty(FOLDER), "postgres");
    }

    private static LocalPostgres startPostgres() {
        LocalPostgres postgres = LocalPostgres.start(postgresFolder(), port(POSTGRES + ".port"), Durability.DURABLE);
        remember(POSTGRES, postgres.process());
        return postgres;
    }

    private static LocalKafka startKafka() {
        Path folder = Path.of(System.getProperty(FOLDER));
        LocalKafka kafka = LocalKafka.start(
                folder.resolve("kafka"),
                port(KAFKA + ".port"),
                port(KAFKA + ".controller"),
                folder.resolve("kafka.log"),
                LocalKafka.UnknownTopics.CREATED);
        remember(KAFKA, kafka.process());
        return kafka;
    }

    private static void remember(String part, LocalProcess process) {
        System.setProperty(part, String.valueOf(process.handle().pid()));
    }

    private static int port(String property) {
        return Integer.parseInt(System.getProperty(property));
    }

    /** PostgreSQL keeps its sockets and says nothing more. */
    public static void freezePostgres() {
        signal(POSTGRES, "STOP");
    }

    /** PostgreSQL goes on where it was. */
    public static void thawPostgres() {
        signal(POSTGRES, "CONT");
    }

    /** As a power cut would. */
    public static void killPostgres() {
        signal(POSTGRES, "KILL");
    }

    public static void restartPostgres() {
        startPostgres();
    }

    /** As a power cut would. */
    public static void killKafka() {
        signal(KAFKA, "KILL");
    }

    public static void restartKafka() {
        startKafka();
    }

    /** Sends the signal to the part and all its processes, the first of them first: it would start others. */
    private static void signal(String part, String signal) {
        ProcessHandle.of(Long.parseLong(System.getProperty(part))).ifPresent(first -> {
            List<ProcessHandle> others = first.descendants().toList();
            send(signal, first);
            others.forEach(other -> send(signal, other));
            first.descendants().forEach(other -> send(signal, other));
            if (signal.equals("KILL")) {
                first.onExit().join();
                others.forEach(other -> other.onExit().join());
            }
        });
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
