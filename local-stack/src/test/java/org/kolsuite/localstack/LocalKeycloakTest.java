package org.kolsuite.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeycloakTest {
    @Test
    void importsTheRealmAndIssuesTokensUnderItsOwnAddress(@TempDir Path folder) throws Exception {
        // Given
        List<Integer> ports = Ports.free(3);
        try (LocalPostgres postgres =
                LocalPostgres.start(folder.resolve("postgres"), ports.get(0), Durability.THROWAWAY)) {
            var settings = new LocalKeycloak.Settings(
                    Path.of("target", "keycloak-home"),
                    ports.get(1),
                    ports.get(2),
                    folder.resolve("keycloak.log"),
                    Databases.of(postgres),
                    "{\"realm\": \"kol\", \"enabled\": true, \"displayName\": \"${KOL_TEST_NAME:nobody}\"}",
                    Map.of("KOL_TEST_NAME", "somebody"));

            // When
            try (LocalKeycloak keycloak = LocalKeycloak.start(settings)) {
                // Then
                assertThat(get(keycloak.issuer() + "/.well-known/openid-configuration"))
                        .contains("\"issuer\":\"" + keycloak.issuer() + "\"");
            }
        }
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
