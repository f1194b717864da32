package org.kolsuite.k8s.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceImageTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void runsAsNobodySpecialFromLayersThatChangeAtDifferentPaces() throws Exception {
        // When
        Map<String, byte[]> image = unpack(Files.readAllBytes(build("once", Instant.now())));

        // Then
        JsonNode manifest =
                new ObjectMapper().readTree(image.get("manifest.json")).get(0);
        JsonNode config =
                new ObjectMapper().readTree(image.get(manifest.get("Config").asText()));
        assertThat(config.at("/config/User").asText()).isEqualTo("185:185");
        assertThat(config.at("/config/Entrypoint").toString())
                .startsWith("[\"java\"")
                .endsWith("\"/app/quarkus-run.jar\"]");
        assertThat(config.at("/config/ExposedPorts").has("8083/tcp")).isTrue();
        assertThat(config.at("/created").asText()).isEqualTo("2026-01-01T00:00:00Z");
        List<List<String>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.get("Layers")) {
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(image.get(layer.asText())))) {
                layers.add(unpack(gzip.readAllBytes()).keySet().stream()
                        .filter(name -> !name.endsWith("/"))
                        .toList());
            }
        }
        assertThat(layers)
                .containsExactly(
                        List.of("app/lib/main/io.netty.netty-common.jar"),
                        List.of("app/quarkus/generated-bytecode.jar"),
                        List.of(
                                "app/app/payment-service.jar",
                                "app/bom.json",
                                "app/lib/main/org.kolsuite.platform.jar",
                                "app/quarkus-run.jar"));
    }

    @Test
    void isTheSameBytesWhenItIsBuiltAgainAtAnotherTime() throws Exception {
        byte[] first = Files.readAllBytes(build("first", Instant.parse("2026-03-01T10:00:00Z")));
        byte[] second = Files.readAllBytes(build("second", Instant.parse("2026-04-01T11:00:00Z")));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void takesItsPortFromTheServicesOwnSettings() throws IOException {
        // Given
        Path module = folder.resolve("payment-service");
        application(module.resolve("target"), Instant.now());
        Path settings = Files.createDirectories(module.resolve("src/main/resources"));
        Files.writeString(settings.resolve("application.properties"), "quarkus.http.port=8083\n");

        // When
        ServiceImage image = Images.image(module, "payment-service", CREATED);

        // Then
        assertThat(image.port()).isEqualTo(8083);
        assertThat(image.application()).isEqualTo(module.resolve("target/quarkus-app"));
    }

    private Path build(String name, Instant packaged) throws IOException, InvalidImageReferenceException {
        Path target = application(folder.resolve(name), packaged);
        Path tar = folder.resolve(name + ".tar");
        new ServiceImage("payment-service", target.resolve("quarkus-app"), target.resolve("bom.json"), 8083, CREATED)
                .build(
                        "scratch",
                        Containerizer.to(TarImage.at(tar).named("kol-suite/payment-service:1"))
                                .setBaseImageLayersCache(folder.resolve("cache"))
                                .setApplicationLayersCache(folder.resolve("cache-" + name))
                                .setOfflineMode(true));
        return tar;
    }

    /** What the build makes, as far as an image cares. */
    private static Path application(Path target, Instant packaged) throws IOException {
        for (String file : List.of(
                "quarkus-app/quarkus-run.jar",
                "quarkus-app/app.aot",
                "quarkus-app/app.aot.config",
                "quarkus-app/app/payment-service.jar",
                "quarkus-app/lib/main/io.netty.netty-common.jar",
                "quarkus-app/lib/main/org.kolsuite.platform.jar",
                "quarkus-app/quarkus/generated-bytecode.jar",
                "bom.json")) {
            Path path = target.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "bytes of " + file);
            Files.setLastModifiedTime(path, FileTime.from(packaged));
        }
        return target;
    }

    private static Map<String, byte[]> unpack(byte[] tar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.put(entry.getName(), archive.readAllBytes());
            }
        }
        return files;
    }
}
