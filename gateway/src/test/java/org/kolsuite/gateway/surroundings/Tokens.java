package org.kolsuite.gateway.surroundings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of every kind, signed by the identity provider of the tests. */
public final class Tokens {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Tokens() {}

    /** Claims of a program of the agency Starlight; change them before signing. */
    public static JsonObject claims() {
        long now = System.currentTimeMillis() / 1000;
        return new JsonObject()
                .put("sub", "starlight")
                .put("typ", "Bearer")
                .put("aud", "kol-suite")
                .put("azp", "mcn-starlight")
                .put("groups", new JsonArray().add("agency"))
                .put("scope", "briefs:read")
                .put("iat", now)
                .put("exp", now + 300);
    }

    /** A good access token. */
    public static String good() {
        return sign(claims());
    }

    public static String sign(JsonObject claims) {
        return send("POST", "/test/token", claims.encode());
    }

    /** Signed by a key that isn't the realm's. */
    public static String signByStranger(JsonObject claims) {
        return send("POST", "/test/token?key=foreign", claims.encode());
    }

    /** Not signed at all: alg none. */
    public static String unsigned(JsonObject claims) {
        claims.put("iss", keycloak() + "/realms/kol");
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.encode()) + ".";
    }

    public static void setLifespan(int seconds) {
        send("PUT", "/test/lifespan/" + seconds, "");
    }

    public static int refreshesSoFar() {
        return Integer.parseInt(send("GET", "/test/refreshes", ""));
    }

    private static String keycloak() {
        return ConfigProvider.getConfig().getValue("kol.keycloak.url", String.class);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String send(String method, String path, String body) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(keycloak() + path))
                                    .method(method, BodyPublishers.ofString(body))
                                    .header("Content-Type", "application/json")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
