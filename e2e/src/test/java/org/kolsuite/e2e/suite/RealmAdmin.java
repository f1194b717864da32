package org.kolsuite.e2e.suite;

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
import java.util.List;
import java.util.stream.StreamSupport;
import org.kolsuite.localstack.LocalKeycloak;

/** Keycloak's administrator, who reads the realm as it runs, not as our file has it, and gives and takes roles. */
public final class RealmAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    /** Every client of the realm, those that Keycloak brought along included. */
    public List<JsonNode> clients() {
        JsonNode clients = read(send("GET", "/clients?max=1000", ""));
        return StreamSupport.stream(clients.spliterator(), false).toList();
    }

    /** Takes a role of the realm from somebody. */
    public void takeRole(String username, String role) {
        send("DELETE", "/users/" + idOf(username) + "/role-mappings/realm", roleList(role));
    }

    /** Gives somebody a role of the realm. */
    public void giveRole(String username, String role) {
        send("POST", "/users/" + idOf(username) + "/role-mappings/realm", roleList(role));
    }

    private String idOf(String username) {
        return read(send("GET", "/users?exact=true&username=" + username, ""))
                .path(0)
                .path("id")
                .asText();
    }

    private String roleList(String role) {
        return "[" + send("GET", "/roles/" + role, "") + "]";
    }

    private String send(String method, String path, String body) {
        return ok(HttpRequest.newBuilder(URI.create(RunningSuite.keycloak() + "/admin/realms/kol" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Asked for each time: the administrator's own tokens live one minute. */
    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + LocalKeycloak.ADMIN + "&password="
                + LocalKeycloak.ADMIN_PASSWORD;
        URI tokens = URI.create(RunningSuite.keycloak() + "/realms/master/protocol/openid-connect/token");
        return read(ok(HttpRequest.newBuilder(tokens)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asText();
    }

    private String ok(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
