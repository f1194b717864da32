package org.kolsuite.e2e.suite;

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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The authorization code flow by hand, step by step, as somebody does it who wants to see where it gives. Each flow is a browser of
 * its own.
 */
public final class CodeFlow {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-every-rule-about-verifiers";

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Cookies cookies = new Cookies();
    private final Map<String, String> asked = new LinkedHashMap<>();

    private CodeFlow() {}

    /** As the gateway asks: its client, its redirect address, PKCE with S256. */
    public static CodeFlow ofTheGateway() {
        return new CodeFlow()
                .asking("client_id", "web")
                .asking("response_type", "code")
                .asking("scope", "openid")
                .asking("redirect_uri", RunningSuite.address() + "/session/callback")
                .asking("code_challenge", s256(VERIFIER))
                .asking("code_challenge_method", "S256");
    }

    /** As a creator's own program asks: the public client, on a port of the creator's machine. */
    public static CodeFlow ofAPartnerProgram() {
        return ofTheGateway()
                .asking("client_id", "partner")
                .asking("scope", "openid briefs:read")
                .asking("redirect_uri", "http://127.0.0.1:49152/callback");
    }

    /** The same flow with one parameter changed. */
    public CodeFlow asking(String parameter, String value) {
        asked.put(parameter, value);
        return this;
    }

    /** The same flow with one parameter left out. */
    public CodeFlow without(String parameter) {
        asked.remove(parameter);
        return this;
    }

    /** What Keycloak says to the very first step. */
    public HttpResponse<String> begin() {
        return send(HttpRequest.newBuilder(endpoint("auth?" + form(asked))).GET());
    }

    /** Signs in on Keycloak's page and returns the code. */
    public String codeFor(String username, String password) {
        Matcher form = FORM.matcher(begin().body());
        if (!form.find()) {
            throw new AssertionError("Keycloak showed no sign-in page");
        }
        HttpResponse<String> answer = send(post(
                URI.create(form.group(1).replace("&amp;", "&")), Map.of("username", username, "password", password)));
        Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new AssertionError("no code after signing in: " + answer.statusCode() + answer.headers());
        }
        return code.group(1);
    }

    /** Exchanges a code for tokens. */
    public JsonNode exchange(String code, String secret) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "web",
                "client_secret",
                secret,
                "code",
                code,
                "redirect_uri",
                asked.getOrDefault("redirect_uri", ""),
                "code_verifier",
                VERIFIER));
    }

    /** Asks the token endpoint for anything. */
    public JsonNode token(Map<String, String> fields) {
        try {
            return JSON.readTree(send(post(endpoint("token"), fields)).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI endpoint(String path) {
        return URI.create(RunningSuite.keycloak() + "/realms/kol/protocol/openid-connect/" + path);
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
            throw new IllegalStateException(e);
        }
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
