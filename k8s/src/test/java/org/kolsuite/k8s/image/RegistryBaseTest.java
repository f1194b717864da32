package org.kolsuite.k8s.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image on a base that a registry has: the way {@code ./kol images} goes unless it is told another. */
class RegistryBaseTest {
    private static final String CONFIG = """
            {"architecture":"amd64","os":"linux","config":{"Env":["FROM_THE_BASE=yes"]},"rootfs":{"type":"layers","diff_ids":[]}}""";
    private static final String MANIFEST = """
            {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
             "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%d,"digest":"%s"},"layers":[]}""".formatted(CONFIG.length(), digest(CONFIG));

    private final ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();
    private ServerSocket registry;

    @TempDir
    Path folder;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!registry.isClosed()) {
                try (Socket client = registry.accept()) {
                    answer(client);
                } catch (IOException gone) {
                    paths.add(gone.toString());
                }
            }
        });
    }

    @AfterEach
    void stopRegistry() throws IOException {
        registry.close();
    }

    @Test
    void takesItsBaseFromARegistry() throws Exception {
        // Given
        Path target = folder.resolve("target");
        for (String file : List.of("quarkus-app/quarkus-run.jar", "bom.json")) {
            Files.createDirectories(target.resolve(file).getParent());
            Files.writeString(target.resolve(file), "bytes of " + file);
        }
        Path tar = folder.resolve("image.tar");

        // When
        new ServiceImage(
                        "payment-service",
                        target.resolve("quarkus-app"),
                        target.resolve("bom.json"),
                        8083,
                        Instant.EPOCH)
                .build(
                        "localhost:" + registry.getLocalPort() + "/base:25",
                        Containerizer.to(TarImage.at(tar).named("kol-suite/payment-service:1"))
                                .setAllowInsecureRegistries(true)
                                .setBaseImageLayersCache(folder.resolve("cache"))
                                .setApplicationLayersCache(folder.resolve("cache")));

        // Then
        assertThat(paths).contains("/v2/base/manifests/25");
        assertThat(Files.readString(tar, ISO_8859_1)).contains("FROM_THE_BASE=yes", "/app/quarkus-run.jar");
    }

    /** Speaks no TLS and says so, as registries within a cluster do; whoever allowed it asks again without. */
    private void answer(Socket client) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        String first = String.valueOf(request.readLine());
        String body = "";
        String status = "400 Bad Request";
        if (first.startsWith("GET ")) {
            for (String line = first; line != null && !line.isEmpty(); line = request.readLine()) {
                // The headers ask for nothing that this registry could choose from.
            }
            String path = first.split(" ")[1];
            paths.add(path);
            body = Map.of("/v2/base/manifests/25", MANIFEST, "/v2/base/blobs/" + digest(CONFIG), CONFIG)
                    .getOrDefault(path, "");
            status = body.isEmpty() ? "404 Not Found" : "200 OK";
        }
        client.getOutputStream()
                .write(("HTTP/1.1 " + status
                                + "\r\nContent-Type: application/vnd.docker.distribution.manifest.v2+json\r\n"
                                + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                        .getBytes(UTF_8));
        client.getOutputStream().flush();
    }

    private static String digest(String content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
