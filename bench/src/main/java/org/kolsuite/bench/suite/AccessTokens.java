package org.kolsuite.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kolsuite.launcher.SignIns;
import org.kolsuite.launcher.seed.Cookies;

/**
 * A person's access tokens: the code flow of the gateway's own client, walked by hand, then a new token by the refresh token whenever the
 * last one grows old. The same kind of token that the gateway passes on to a service.
 */
public final class AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");
    private static final String WEB_SECRET = "web-local-secret-change-outside-localhost";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-every-rule-about-verifiers";
    /** S256 of the verifier. */
    private static final String CHALLENGE = challenge();
    /** A token is renewed when it has less than this to live, so that a round never meets its end. */
    private static final Duration RESERVE = Duration.ofMinutes(3);

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cookies cookies = new Cookies();
    private final String realm;
    private JsonNode tokens;
    private Instant expires = Instant.MIN;

    private AccessTokens(String realm) {
        this.realm = realm;
        this.tokens = JSON.createObjectNode();
    }

    static AccessTokens signIn(String realm, String webAddress, String username) {
        SignIns.Person person = SignIns.ofTheRealm().people().stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseThrow();
        AccessTokens tokens = new AccessTokens(realm);
        String redirect = webAddress + "/session/callback";
        String page = tokens.send(HttpRequest.newBuilder(tokens.endpoint("auth?"
                                + form(Map.of(
                                        "client_id", "web",
                                        "response_type", "code",
                                        "scope", "openid",
                                        "redirect_uri", redirect,
                                        "code_challenge", CHALLENGE,
                                        "code_challenge_method", "S256"))))
                        .GET())
                .body();
        Matcher login = FORM.matcher(page);
        if (!login.find()) {
            throw new IllegalStateException("Keycloak showed no sign-in page: " + page);
        }
        HttpResponse<String> signedIn = tokens.send(post(
                URI.create(login.group(1).replace("&amp;", "&")),
                Map.of("username", person.username(), "password", person.password())));
        Matcher code = CODE.matcher(signedIn.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new IllegalStateException(username + " got no code: " + signedIn.statusCode());
        }
        tokens.ask(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                redirect,
                "code_verifier",
                VERIFIER));
        return tokens;
    }

    /** A token with some minutes left. */
    public synchronized String current() {
        if (Instant.now().plus(RESERVE).isAfter(expires)) {
            ask(Map.of(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    tokens.path("refresh_token").asText()));
        }
        return tokens.path("access_token").asText();
    }

    private void ask(Map<String, String> grant) {
        Map<String, String> fields = new TreeMap<>(grant);
        fields.put("client_id", "web");
        fields.put("client_secret", WEB_SECRET);
        HttpResponse<String> answer = send(post(endpoint("token"), fields));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gave no token: " + answer.body());
        }
        try {
            tokens = JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expires = Instant.now().plusSeconds(tokens.path("expires_in").asLong());
    }

    private URI endpoint(String path) {
        return URI.create(realm + "/protocol/openid-connect/" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String held = cookies.headerFor(request.copy().build().uri());
        if (!held.isEmpty()) {
            request.header("Cookie", held);
        }
        try {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            cookies.keep(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static HttpRequest.Builder post(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
