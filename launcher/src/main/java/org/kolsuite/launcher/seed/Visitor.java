package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.launcher.SignIns;

/** A person of the demo with a session at the gateway: signs in by the code flow on Keycloak's page, as in a browser. */
public final class Visitor {
    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Cookies cookies = new Cookies();
    private final String origin;

    private Visitor(String origin) {
        this.origin = origin;
    }

    /** A session of its own for one of the realm's people; {@code origin} is where the gateway listens. */
    public static Visitor signIn(String origin, String username) {
        SignIns.Person person = SignIns.ofTheRealm().people().stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseThrow();
        Visitor visitor = new Visitor(origin);
        HttpResponse<String> page = visitor.followed(URI.create(origin + "/session/login?return=/session"));
        Matcher form = LOGIN_FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException(username + " met no sign-in page at " + page.uri());
        }
        String fields = "username=" + encoded(person.username()) + "&password=" + encoded(person.password());
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        HttpRequest.Builder submit = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        HttpResponse<String> signedIn = visitor.followed(visitor.browse(submit, action));
        if (signedIn.statusCode() != 200) {
            throw new IllegalStateException(username + " could not sign in: " + signedIn.body());
        }
        return visitor;
    }

    /** The {@code Cookie} header that is the session, for programs that make calls in its name. */
    public String cookieHeader() {
        return cookies.headerFor(URI.create(origin + "/"));
    }

    /** What is read there. */
    public JsonNode get(String path) {
        return read(path).orThrow().json();
    }

    /** The same with the entity tag. */
    public Answer read(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** @param step names the key, so that the same step twice happens once */
    public Answer post(String path, Map<String, ?> body, String step) {
        return send(
                "POST", path, json(body), Map.of("Content-Type", "application/json", "Idempotency-Key", keyOf(step)));
    }

    /** A command on the version that was read. */
    public Answer command(String path, Map<String, ?> body, String etag, String step) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Idempotency-Key", keyOf(step), "If-Match", etag);
        return send("POST", path, json(body), headers);
    }

    public Answer put(String path, Map<String, ?> body, String etag) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        if (!etag.isEmpty()) {
            headers.put("If-Match", etag);
        }
        return send("PUT", path, json(body), headers);
    }

    /** Uploads text as a file beside form fields; a field that is a map goes as JSON. */
    public Answer upload(String path, String fileName, String content, Map<String, ?> fields, String step) {
        String boundary = "seed" + keyOf(step).replace("-", "");
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
                        .formatted(
                                boundary,
                                name,
                                value instanceof String ? "" : "Content-Type: application/json\r\n",
                                value instanceof String text ? text : written(value))));
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, fileName));
        form.append("Content-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n".formatted(content, boundary));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Idempotency-Key", keyOf(step)));
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        URI address = URI.create(origin + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body);
        headers.forEach(request::header);
        request.header("Origin", origin).header("Sec-Fetch-Site", "same-origin");
        return Answer.of(browse(request, address));
    }

    /** Clicks a public link, as somebody without a session in an ordinary browser. */
    void follow(String path) {
        URI address = URI.create(origin + path);
        HttpRequest click = HttpRequest.newBuilder(address)
                .header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15")
                .timeout(PATIENCE)
                .GET()
                .build();
        try {
            browser.send(click, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpResponse<String> followed(URI address) {
        return followed(browse(HttpRequest.newBuilder(address).GET(), address));
    }

    private HttpResponse<String> followed(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int step = 0; step < MOST_REDIRECTS && answer.statusCode() / 100 == 3; step++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = browse(HttpRequest.newBuilder(next).GET(), next);
        }
        return answer;
    }

    private HttpResponse<String> browse(HttpRequest.Builder request, URI address) {
        String held = cookies.headerFor(address);
        if (!held.isEmpty()) {
            request.header("Cookie", held);
        }
        try {
            HttpResponse<String> answer = browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            cookies.keep(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(written(body), StandardCharsets.UTF_8);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String keyOf(String step) {
        return UUID.nameUUIDFromBytes(("demo seed: " + step).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
