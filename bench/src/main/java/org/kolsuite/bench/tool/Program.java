package org.kolsuite.bench.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program from outside that runs to its end. */
public final class Program {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Program() {}

    /**
     * Runs it and returns what it prints.
     *
     * @throws IllegalStateException when it fails, with all that it said
     */
    public static String run(List<String> command) {
        return run(command, Map.of());
    }

    /** The same with these variables in its environment. */
    public static String run(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("bench", ".out");
            Path errors = Files.createTempFile("bench", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException(command + " does not end");
                }
                String text = Files.readString(output, StandardCharsets.UTF_8);
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command + " fails: " + text + Files.readString(errors));
                }
                return text;
            } finally {
                process.destroyForcibly();
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
