package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.k8s.image.BuiltImage;

/** Another build is another image to Kubernetes: else it keeps the one that a node has, and an upgrade changes nothing. */
class InstalledImagesTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void arePushedOnesByTheirDigest() throws IOException {
        assertThat(imagesOf(built("registry.example.com:5000/kol", "1.2.0-0a1b2c3d4e5f", DIGEST)))
                .hasSize(5)
                .containsEntry(
                        "payment-service",
                        "registry.example.com:5000/kol/payment-service:1.2.0-0a1b2c3d4e5f@" + DIGEST);
    }

    @Test
    void areThoseOfAnEngineByTheirTag() throws IOException {
        assertThat(imagesOf(built("", "1.2.0-0a1b2c3d4e5f", "")))
                .containsEntry("gateway", "kol-suite/gateway:1.2.0-0a1b2c3d4e5f");
    }

    @Test
    void areWrittenDownByWhatMakesThem() throws IOException {
        // Given
        List<String> services = SuiteSettings.ofEveryService().stream()
                .map(SuiteSettings::module)
                .toList();
        for (String service : services) {
            write(service + "/target/quarkus-app/quarkus-run.jar", "bytes of " + service);
            write(service + "/target/bom.json", "{}");
            write(service + "/src/main/resources/application.properties", "quarkus.http.port=8080\n");
        }
        Path written = folder.resolve("kustomization.yaml");

        // When
        Tools.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dkol.root=" + folder,
                "org.kolsuite.k8s.image.Images",
                "--tag",
                "1.2.0-0a1b2c3d4e5f",
                "--kustomization",
                written.toString(),
                "--base",
                "scratch",
                "--tar",
                folder.resolve("tars").toString()));

        // Then
        JsonNode images = Overlay.parse(Files.readString(written)).getFirst().path("images");
        assertThat(images.findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        services.stream().map(service -> "kol-suite/" + service).toList());
        assertThat(images.findValuesAsText("newTag")).hasSize(services.size()).containsOnly("1.2.0-0a1b2c3d4e5f");
        assertThat(Files.readString(folder.resolve("tars/gateway.tar"), StandardCharsets.ISO_8859_1))
                .contains("kol-suite/gateway:1.2.0-0a1b2c3d4e5f");
    }

    @Test
    void differInTheirTagWithTheCommitAndWithWhatIsNotCommitted() throws IOException {
        // Given
        Files.copy(Tools.ROOT.resolve("kol"), folder.resolve("kol"));
        Files.writeString(folder.resolve("pom.xml"), "  <version>1.2.0</version>\n");
        git("init", "--quiet");
        commit("one");

        // Then
        String first = tag();
        assertThat(first).matches("1\\.2\\.0-[0-9a-f]{12}");

        // When
        Files.createDirectories(folder.resolve("k8s/images"));
        Files.writeString(folder.resolve("k8s/images/kustomization.yaml"), "kind: Component\n");
        // Then
        assertThat(tag()).isEqualTo(first);

        // When
        Files.writeString(folder.resolve("Service.java"), "class Service {}\n");
        // Then
        assertThat(tag()).matches(first + "-\\d{8}T\\d{6}");

        // When
        commit("two");
        // Then
        assertThat(tag()).matches("1\\.2\\.0-[0-9a-f]{12}").isNotEqualTo(first);
    }

    /** What production runs, by service, with these images in place of the checked in ones. */
    private Map<String, String> imagesOf(List<BuiltImage> built) throws IOException {
        copy("k8s/base", "k8s/site", "k8s/images", "k8s/realm", "k8s/overlays/production");
        Files.writeString(folder.resolve("k8s/images/kustomization.yaml"), BuiltImage.kustomization(built));
        Overlay production =
                new Overlay("production", Overlay.parse(Tools.kustomize(folder.resolve("k8s/overlays/production"))));
        return SuiteSettings.ofEveryService().stream()
                .collect(Collectors.toMap(
                        SuiteSettings::module,
                        service -> OverlayTest.serviceContainer(production, service)
                                .path("image")
                                .asText()));
    }

    private static List<BuiltImage> built(String registry, String tag, String digest) {
        return SuiteSettings.ofEveryService().stream()
                .map(SuiteSettings::module)
                .map(service ->
                        new BuiltImage(service, registry.isEmpty() ? "" : registry + "/" + service, tag, digest))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void copy(String... folders) throws IOException {
        for (String name : folders) {
            try (Stream<Path> files = Files.walk(Tools.ROOT.resolve(name))) {
                files.filter(Files::isRegularFile).forEach(this::copy);
            }
        }
    }

    private void copy(Path file) {
        try {
            Path copy = folder.resolve(Tools.ROOT.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit(String message) {
        git("add", "--all", "--", ":!k8s");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) {
        Tools.run(Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(arguments))
                .toList());
    }

    /** Asks the script without letting it do anything: read in, it prints its help. */
    private String tag() {
        return Tools.run(List.of(
                        "bash",
                        "-c",
                        ". \"$0\" help >/dev/null && image_tag",
                        folder.resolve("kol").toString()))
                .trim();
    }
}
