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
import java.util.stream.Stream;

/** A part of the suite as a process with a log of its own. What it writes is appended, so that a restart keeps the story. */
public final class LocalProcess implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);

    /** What a probe answers when there is nothing left to wait for. */
    public static final String READY = "ready";

    private final String name;
    private final Process process;
    private final Path log;
    private final String stopSignal;

    private LocalProcess(String name, Process process, Path log, String stopSignal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.stopSignal = stopSignal;
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
            return new LocalProcess(name, process, log, "TERM");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same process, asked to end by another signal than {@code TERM}. */
    LocalProcess stoppedBy(String signal) {
        return new LocalProcess(name, process, log, signal);
    }

    /** Waits until the address answers 200, as long as the process lives; otherwise ends it and says why. */
    public void awaitHealthy(URI health, Duration timeout) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build()) {
            HttpRequest probe =
                    HttpRequest.newBuilder(health).timeout(PROBE_TIMEOUT).build();
            awaitReady(timeout, () -> {
                try {
                    HttpResponse<String> answer = client.send(probe, HttpResponse.BodyHandlers.ofString());
                    return answer.statusCode() == 200
                            ? READY
                            : "it answers " + answer.statusCode() + " " + answer.body();
                } catch (IOException e) {
                    return "no connection";
                }
            });
        }
    }

    /** Waits until the probe says {@link #READY}, as long as the process lives; otherwise ends it and says why. */
    void awaitReady(Duration timeout, Probe probe) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String last = "no answer";
        try {
            while (System.nanoTime() < deadline) {
                last = probe.answer();
                if (last.equals(READY)) {
                    return;
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

    /** Asks a part how it is: {@link #READY} or what is wrong. */
    interface Probe {
        String answer() throws InterruptedException;
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

    /** Ends the process, and what it started, as a power cut would. For fault tests. */
    public void kill() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(handle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Asks the process to end and waits; one that does not listen is killed. */
    @Override
    public void close() {
        close(STOP_TIMEOUT);
    }

    /** Asks the process to end and waits so long; one that does not listen is killed. */
    public void close(Duration patience) {
        try {
            if (process.isAlive()) {
                // By the shell, which always has the command; as a program it is missing on small systems.
                new ProcessBuilder("sh", "-c", "kill -" + stopSignal + " " + process.pid())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
