package org.kolsuite.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka for tests, on free ports, in a temporary folder. One instance serves a whole build: whoever starts it hands the
 * path of a properties file to the rest, by the system property or environment variable {@value #VARIABLE}. A test makes its own
 * database with {@link #databases()} and a name of its own.
 *
 * <p>The stack runs in a process of its own, so that a broker's libraries never meet those of the code under test. It ends when the
 * process that started it ends, however that ends: it watches its standard input.
 */
public final class TestStack implements AutoCloseable {
    /** Names the properties file of a stack that runs already. */
    public static final String VARIABLE = "KOL_TEST_STACK";

    private static final String POSTGRES_HOST = "kol.test.postgres.host";
    private static final String POSTGRES_PORT = "kol.test.postgres.port";
    private static final String POSTGRES_SUPERUSER = "kol.test.postgres.superuser";
    private static final String KAFKA_BOOTSTRAP = "kol.test.kafka.bootstrap";
    private static final List<String> SERVICES =
            List.of("kol-registry", "campaign", "payment", "reporting", "platform");

    private static @Nullable TestStack shared;

    private final Properties addresses;
    private final @Nullable Process process;

    private TestStack(Properties addresses, @Nullable Process process) {
        this.addresses = addresses;
        this.process = process;
    }

    /** The stack of this build where one is named, else one for this JVM, which ends with it. */
    public static synchronized TestStack attachOrStart() {
        if (shared == null) {
            String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
            shared = named == null || named.isBlank() ? start() : attach(Path.of(named));
        }
        return shared;
    }

    /** The stack whose addresses stand in this file. */
    public static TestStack attach(Path propertiesFile) {
        return new TestStack(read(propertiesFile), null);
    }

    /** The parts of a test that started its own; they end as it sees fit. */
    public static TestStack of(LocalPostgres postgres, LocalKafka kafka) {
        return new TestStack(addresses(postgres, kafka), null);
    }

    /** A new stack, which ends on {@link #close()} or with this JVM. */
    public static TestStack start() {
        try {
            Path folder = Files.createTempDirectory("kol-test-stack");
            Path propertiesFile = folder.resolve("stack.properties");
            Path log = folder.resolve("stack.log");
            Process process = new ProcessBuilder(
                            StackFiles.java().toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            StackFiles.classpath(),
                            TestStack.class.getName(),
                            propertiesFile.toString(),
                            "--while-input-is-open")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitFile(propertiesFile, process, log);
            return new TestStack(read(propertiesFile), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String postgresHost() {
        return addresses.getProperty(POSTGRES_HOST);
    }

    public int postgresPort() {
        return Integer.parseInt(addresses.getProperty(POSTGRES_PORT));
    }

    public String kafkaBootstrap() {
        return addresses.getProperty(KAFKA_BOOTSTRAP);
    }

    public Databases databases() {
        return Databases.at(postgresHost(), postgresPort());
    }

    /** Ends the stack where this object started it. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try (OutputStream input = process.getOutputStream()) {
            input.flush();
        } catch (IOException e) {
            process.destroy();
        }
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /**
     * Runs a stack, in one of three ways.
     *
     * <ul>
     *   <li>{@code TestStack <properties file>}: until this process is told to stop; the file appears when everything answers
     *   <li>{@code TestStack <properties file> --while-input-is-open}: until whoever started it is gone
     *   <li>{@code TestStack --run <command …>}: as long as the command runs, which finds the stack in its environment; ends as it ends
     * </ul>
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kol-test-stack-data");
        boolean runsCommand = arguments[0].equals("--run");
        Path propertiesFile = runsCommand
                ? folder.resolve("stack.properties")
                : Path.of(arguments[0]).toAbsolutePath();
        boolean endsWithItsStarter = arguments.length > 1 && arguments[1].equals("--while-input-is-open");
        List<Integer> ports = Ports.free(3);
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), ports.get(0), Durability.THROWAWAY);
        LocalKafka kafka = LocalKafka.start(
                folder.resolve("kafka"),
                ports.get(1),
                ports.get(2),
                folder.resolve("kafka.log"),
                LocalKafka.UnknownTopics.CREATED);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.close();
            postgres.close();
            deleteRecursively(folder);
            if (endsWithItsStarter) {
                deleteRecursively(propertiesFile.resolveSibling(""));
            }
        }));
        KafkaTopics.create(kafka.bootstrap(), SERVICES);
        write(propertiesFile, postgres, kafka);
        if (runsCommand) {
            ProcessBuilder command = new ProcessBuilder(List.of(arguments).subList(1, arguments.length)).inheritIO();
            command.environment().put(VARIABLE, propertiesFile.toString());
            System.exit(command.start().waitFor());
        }
        System.out.println("test stack is up: " + propertiesFile);
        if (endsWithItsStarter) {
            while (System.in.read() >= 0) {
                // Whoever started this stack holds the other end; when it goes, so does the stack.
            }
        } else {
            new CountDownLatch(1).await();
        }
    }

    /** Written beside and moved, so that a reader never sees half a file. */
    private static void write(Path file, LocalPostgres postgres, LocalKafka kafka) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            addresses(postgres, kafka).store(writer, "addresses of a running test stack");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Properties addresses(LocalPostgres postgres, LocalKafka kafka) {
        Properties addresses = new Properties();
        addresses.setProperty(POSTGRES_HOST, LocalPostgres.HOST);
        addresses.setProperty(POSTGRES_PORT, String.valueOf(postgres.port()));
        addresses.setProperty(POSTGRES_SUPERUSER, LocalPostgres.SUPERUSER);
        addresses.setProperty(KAFKA_BOOTSTRAP, kafka.bootstrap());
        return addresses;
    }

    private static Properties read(Path file) {
        Properties addresses = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            addresses.load(reader);
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException("no test stack is described by " + file, e);
        }
    }

    private static void awaitFile(Path file, Process process, Path log) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        try {
            while (!Files.exists(file)) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new StartFailed("The test stack", "its process has ended", log);
                }
                if (System.nanoTime() > deadline) {
                    process.destroy();
                    throw new StartFailed("The test stack", "it took too long", log);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while the test stack was starting", e);
        }
    }

    /** What somebody else still writes to may stay behind; it is a temporary folder. */
    private static void deleteRecursively(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
