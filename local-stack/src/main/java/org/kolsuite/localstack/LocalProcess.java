package org.kolsuite.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A part of the suite as a process with a log of its own. What it writes is appended, so that a restart keeps the story. */
public final class LocalProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Process process;
    private final Path log;

    private LocalProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the command with these environment variables added. Returns at once; {@link #awaitHealthy} waits. */
    public static LocalProcess start(String name, Path log, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            // A part that reads its input must see the end of it, not the terminal of whoever started the suite.
            process.getOutputStream().close();
            return new LocalProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the address answers 200, as long as the process lives; otherwise ends it and says why. */
    public void awaitHealthy(URI health, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String last = "no connection";
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build()) {
            HttpRequest probe =
                    HttpRequest.newBuilder(health).timeout(PROBE_TIMEOUT).build();
            while (System.nanoTime() < deadline) {
                try {
                    HttpResponse<String> answer = client.send(probe, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                    last = "it answers " + answer.statusCode() + " " + answer.body();
                } catch (IOException e) {
                    last = "no connection";
                }
                if (process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new StartFailed(name, "its process ended with " + process.exitValue(), log);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new IllegalStateException("interrupted while " + name + " was starting", e);
        }
        kill();
        throw new StartFailed(name, "not ready within " + timeout.toSeconds() + " s (" + last + ")", log);
    }

    /** Waits until the process has ended by itself; the exit code. */
    public int awaitExit() {
        return process.onExit().join().exitValue();
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the process as a power cut would. For fault tests. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks the process to end and waits; one that does not listen is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
