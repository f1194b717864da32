package org.kolsuite.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kolsuite.localstack.LocalKeycloak;

/**
 * Tells a realm that was imported before where the web front end is now. The realm file fixes the address at its first import; a later
 * {@code ./kol up --port N} would otherwise be refused at sign-in.
 */
final class RealmOrigin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmOrigin() {}

    static void adopt(SuiteOptions options, String issuer) {
        Path known = options.data().resolve("keycloak").resolve("web-origin");
        String origin = options.webAddress();
        try {
            String before = Files.exists(known) ? Files.readString(known) : origin;
            if (!before.equals(origin)) {
                move(issuer, before, origin);
            }
            Files.writeString(known, origin);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be told the web front end's new address", e);
        }
    }

    private static void move(String issuer, String before, String now) throws IOException {
        String clients = issuer.replace("/realms/", "/admin/realms/") + "/clients";
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = adminToken(http, issuer);
            JsonNode web = JSON.readTree(ok(http, authorised(clients + "?clientId=web", token)))
                    .path(0);
            String moved = web.toString().replace(before, now);
            ok(
                    http,
                    authorised(clients + "/" + web.path("id").asText(), token)
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(moved)));
        }
    }

    private static String adminToken(HttpClient http, String issuer) throws IOException {
        String form = "grant_type=password&client_id=admin-cli&username=" + LocalKeycloak.ADMIN + "&password="
                + LocalKeycloak.ADMIN_PASSWORD;
        URI tokens = URI.create(issuer.replaceFirst("/realms/.*", "/realms/master/protocol/openid-connect/token"));
        HttpRequest.Builder request = HttpRequest.newBuilder(tokens)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return JSON.readTree(ok(http, request)).path("access_token").asText();
    }

    private static HttpRequest.Builder authorised(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private static String ok(HttpClient http, HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
