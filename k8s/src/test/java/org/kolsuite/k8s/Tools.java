package org.kolsuite.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that the checks run: {@code ./kol test} puts what is missing into {@code .kol/tools} (docs/adr/0014). */
final class Tools {
    static final Path ROOT =
            Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();

    private static final Pattern KUSTOMIZE_VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");
    /** Components and replacements as we use them. */
    private static final int OLDEST_KUSTOMIZE = 5;

    private Tools() {}

    /** What an overlay becomes, as YAML. */
    static String kustomize(Path overlay) {
        List<String> command = new ArrayList<>(kustomizeBuild());
        command.add(overlay.toString());
        return run(command);
    }

    /** Runs promtool; a failure carries what it said. */
    static String promtool(String... arguments) {
        Path promtool = find("promtool")
                .orElseThrow(() ->
                        new IllegalStateException("promtool is missing. `./kol test` fetches it on Debian and Ubuntu;"
                                + " elsewhere install Prometheus (macOS: brew install prometheus)."));
        return run(Stream.concat(Stream.of(promtool.toString()), Stream.of(arguments))
                .toList());
    }

    private static List<String> kustomizeBuild() {
        Optional<Path> own = find("kustomize");
        if (own.isPresent() && newEnough(run(List.of(own.get().toString(), "version")))) {
            return List.of(own.get().toString(), "build");
        }
        Optional<Path> kubectl = find("kubectl");
        if (kubectl.isPresent() && newEnough(run(List.of(kubectl.get().toString(), "version", "--client")))) {
            return List.of(kubectl.get().toString(), "kustomize");
        }
        throw new IllegalStateException("neither kustomize nor a kubectl with kustomize " + OLDEST_KUSTOMIZE
                + " or newer is here. `./kol test` fetches one on Linux; elsewhere install kubectl.");
    }

    private static boolean newEnough(String versions) {
        Matcher version = KUSTOMIZE_VERSION.matcher(versions.substring(Math.max(0, versions.indexOf("Kustomize"))));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_KUSTOMIZE;
    }

    /** Fetched by {@code ./kol}, else on the PATH. */
    private static Optional<Path> find(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(ROOT.resolve(".kol").resolve("tools")),
                        Stream.of(path.split(":", -1)).map(Path::of))
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("k8s", ".out");
            Path errors = Files.createTempFile("k8s", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(1, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command + " does not end");
                }
                String text = Files.readString(output, StandardCharsets.UTF_8);
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command + " fails: " + text + Files.readString(errors));
                }
                return text;
            } finally {
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
