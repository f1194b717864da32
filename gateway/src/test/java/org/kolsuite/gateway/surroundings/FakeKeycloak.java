package org.kolsuite.gateway.surroundings;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that behaves like the realm where it matters to the gateway: S256 only, a code is good once, a refresh
 * token is good once and its second use ends the session. Whoever comes to sign in is signed in as the user in {@code ui_locales}
 * (a parameter that the gateway passes on), else as {@code mei}.
 *
 * <p>Tests talk to it over HTTP: {@code POST /test/token} signs any claims, {@code PUT /test/lifespan/{seconds}} sets how long access
 * tokens live, {@code GET /test/refreshes} counts refreshes.
 */
final class FakeKeycloak {
    private record Code(
            String user, String challenge, @Nullable String nonce, String redirectUri) {}

    private static final String REALM = "/realms/kol";
    private static final String KEY_ID = "the-key";

    private final KeyPair key = newKey();
    private final KeyPair foreignKey = newKey();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Map<String, String> usedRefreshTokens = new HashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger lifespan = new AtomicInteger(300);
    private final HttpServer server;

    FakeKeycloak(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create());
        router.get(REALM + "/.well-known/openid-configuration").handler(this::configuration);
        router.get(REALM + "/certs").handler(this::certificates);
        router.get(REALM + "/auth").handler(this::authorize);
        router.post(REALM + "/token").handler(this::token);
        router.post(REALM + "/protocol/openid-connect/logout").handler(this::endSession);
        router.post("/test/token").handler(this::sign);
        router.put("/test/lifespan/:seconds").handler(call -> {
            lifespan.set(Integer.parseInt(call.pathParam("seconds")));
            call.end();
        });
        router.get("/test/refreshes").handler(call -> call.end(refreshes.toString()));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://localhost:" + server.actualPort();
    }

    private String issuer() {
        return url() + REALM;
    }

    private void configuration(RoutingContext call) {
        call.json(new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/auth")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/certs")
                .put("end_session_endpoint", issuer() + "/logout"));
    }

    private void certificates(RoutingContext call) {
        RSAPublicKey publicKey = (RSAPublicKey) key.getPublic();
        call.json(new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("use", "sig")
                                        .put("alg", "RS256")
                                        .put("kid", KEY_ID)
                                        .put("n", base64(publicKey.getModulus().toByteArray()))
                                        .put(
                                                "e",
                                                base64(publicKey
                                                        .getPublicExponent()
                                                        .toByteArray())))));
    }

    private void authorize(RoutingContext call) {
        var asked = call.queryParams();
        String redirectUri = asked.get("redirect_uri");
        if (!redirectUri.endsWith("/session/callback") || !"S256".equals(asked.get("code_challenge_method"))) {
            call.response().setStatusCode(400).end("refused");
            return;
        }
        String answer;
        if ("nobody".equals(asked.get("ui_locales"))) {
            answer = "error=access_denied";
        } else {
            String code = UUID.randomUUID().toString();
            String user = asked.contains("ui_locales") ? asked.get("ui_locales") : "mei";
            codes.put(code, new Code(user, asked.get("code_challenge"), asked.get("nonce"), redirectUri));
            answer = "code=" + code;
        }
        call.response()
                .setStatusCode(302)
                .putHeader("Location", redirectUri + "?" + answer + "&state=" + asked.get("state"))
                .end();
    }

    private void token(RoutingContext call) {
        var form = call.request().formAttributes();
        switch (form.get("grant_type")) {
            case "authorization_code" -> {
                Code code = codes.remove(form.get("code"));
                if (code != null
                        && code.challenge.equals(s256(form.get("code_verifier")))
                        && code.redirectUri.equals(form.get("redirect_uri"))) {
                    issue(call, code.user, code.nonce);
                } else {
                    invalidGrant(call);
                }
            }
            case "refresh_token" -> {
                refreshes.incrementAndGet();
                String given = form.get("refresh_token");
                String user = refreshTokens.remove(given);
                if (user != null) {
                    usedRefreshTokens.put(given, user);
                    issue(call, user, null);
                } else {
                    // Somebody has it who shouldn't: nobody of this session goes on.
                    refreshTokens.values().remove(usedRefreshTokens.get(given));
                    invalidGrant(call);
                }
            }
            default -> invalidGrant(call);
        }
    }

    private void endSession(RoutingContext call) {
        var form = call.request().formAttributes();
        boolean known = "web".equals(form.get("client_id")) && refreshTokens.remove(form.get("refresh_token")) != null;
        call.response().setStatusCode(known ? 204 : 400).end();
    }

    private static void invalidGrant(RoutingContext call) {
        call.response()
                .setStatusCode(400)
                .end(new JsonObject().put("error", "invalid_grant").toBuffer());
    }

    private void issue(RoutingContext call, String user, @Nullable String nonce) {
        long now = System.currentTimeMillis() / 1000;
        JsonObject person =
                Users.claimsOf(user).put("iss", issuer()).put("iat", now).put("exp", now + lifespan.get());
        JsonObject idToken = person.copy().put("aud", "web").put("typ", "ID");
        if (nonce != null) {
            idToken.put("nonce", nonce);
        }
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, user);
        call.json(new JsonObject()
                .put(
                        "access_token",
                        signed(person.copy().put("aud", "kol-suite").put("typ", "Bearer"), key))
                .put("id_token", signed(idToken, key))
                .put("refresh_token", refresh)
                .put("token_type", "Bearer")
                .put("expires_in", lifespan.get()));
    }

    private void sign(RoutingContext call) {
        JsonObject claims = call.body().asJsonObject();
        if (!claims.containsKey("iss")) {
            claims.put("iss", issuer());
        }
        boolean foreign = "foreign".equals(call.request().getParam("key"));
        call.end(signed(claims, foreign ? foreignKey : key));
    }

    private static String signed(JsonObject claims, KeyPair by) {
        return Jwt.claimsJson(claims.encode()).jws().keyId(KEY_ID).sign(by.getPrivate());
    }

    private static String s256(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        // A positive big integer may start with a zero byte, which a JSON Web Key doesn't have.
        byte[] plain = bytes.length % 2 == 1 && bytes.length > 3 && bytes[0] == 0
                ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length)
                : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
