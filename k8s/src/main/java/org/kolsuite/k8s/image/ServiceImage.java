package org.kolsuite.k8s.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The image of one service. Its layers, from what changes least to what changes most: libraries, what Quarkus generated, our own code with
 * its bill of materials. Nothing in it is younger than {@code created} or belongs to root's group alone, so that equal inputs give equal bytes.
 *
 * @param name as Kubernetes knows it, without registry and tag: {@code payment-service}
 * @param application the folder {@code quarkus-app} that the build made
 * @param billOfMaterials CycloneDX, as JSON
 * @param port where the service listens
 * @param created the moment that the image claims to be from
 */
public record ServiceImage(String name, Path application, Path billOfMaterials, int port, Instant created) {
    /** Who runs it; the manifests say the same. */
    public static final int USER = 185;

    private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");

    /** The same as the launcher's, but for memory, which the manifests decide. */
    static final List<String> COMMAND = List.of(
            "java",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-jar",
            "/app/quarkus-run.jar");

    /** Builds the image on a base, which Jib spells {@code name:tag}, {@code tar://file}, or {@code scratch}; returns its digest. */
    public String build(String base, Containerizer target) {
        try {
            JibContainerBuilder image = Jib.from(base)
                    .setFormat(ImageFormat.Docker)
                    .setFileEntriesLayers(List.of(
                            layer("libraries", path -> path.startsWith("lib") && !isOurs(path)),
                            layer("generated", path -> path.startsWith("quarkus")),
                            ours()))
                    .setWorkingDirectory(HOME)
                    .setEntrypoint(COMMAND)
                    .setUser(USER + ":" + USER)
                    .setExposedPorts(Port.tcp(port))
                    .setCreationTime(created)
                    .setLabels(Map.of(
                            "org.opencontainers.image.title",
                            "KOL Suite: " + name,
                            "org.opencontainers.image.licenses",
                            "Apache-2.0"));
            JibContainer built = image.containerize(target.setToolName("kol-suite"));
            return built.getDigest().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (RegistryException
                | CacheDirectoryCreationException
                | ExecutionException
                | InvalidImageReferenceException e) {
            throw new IllegalStateException("the image of " + name + " could not be built: " + e.getMessage(), e);
        }
    }

    private FileEntriesLayer ours() throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("ours");
        add(layer, path -> isOurs(path) || !path.startsWith("lib") && !path.startsWith("quarkus"));
        layer.addEntry(billOfMaterials, HOME.resolve("bom.json"), FilePermissions.fromOctalString("444"), created);
        return layer.build();
    }

    private FileEntriesLayer layer(String layerName, Predicate<Path> which) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(layerName);
        add(layer, which);
        return layer.build();
    }

    /** In order of their names: a folder lists its files as it likes. */
    private void add(FileEntriesLayer.Builder layer, Predicate<Path> which) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(application)) {
            all.filter(Files::isRegularFile)
                    .map(application::relativize)
                    .filter(which)
                    // Trained on one machine by one JVM; it would be another's burden.
                    .filter(path -> !path.getFileName().toString().startsWith("app.aot"))
                    .sorted()
                    .forEach(files::add);
        }
        for (Path file : files) {
            layer.addEntry(
                    application.resolve(file),
                    HOME.resolve(file.toString()),
                    FilePermissions.fromOctalString("444"),
                    created);
        }
    }

    private static boolean isOurs(Path path) {
        return path.getFileName().toString().startsWith("org.kolsuite.");
    }
}
