package org.kolsuite.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who calls the suite: nobody, a person with a session, or a program with a token. Each POST gets a key of its own. */
public abstract class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The headers that say who calls. */
    protected abstract Map<String, String> identity();

    /** The headers that say who calls, for requests that are sent by other means. */
    public Map<String, String> headers() {
        return Map.copyOf(identity());
    }

    /** Which replica of the gateway is asked. */
    protected String gateway() {
        return RunningSuite.address();
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    /** A POST under a given key, to send the same one twice. */
    public Answer post(String path, String json, String key) {
        return send("POST", path, json, Map.of("Idempotency-Key", key));
    }

    /** A command on a version that was read before. */
    public Answer command(String path, String json, String etag) {
        return command(path, json, etag, UUID.randomUUID().toString());
    }

    /** A command under a given key, to send the same one twice. */
    public Answer command(String path, String json, String etag, String key) {
        return send("POST", path, json, Map.of("Idempotency-Key", key, "If-Match", etag));
    }

    public Answer put(String path, String json, String etag) {
        return send("PUT", path, json, Map.of("If-Match", etag));
    }

    /** Uploads a file beside form fields. */
    public Answer upload(String path, Path file, Map<String, String> fields) {
        return upload(path, file, fields, UUID.randomUUID().toString());
    }

    /** An upload under a given key, to send the same one twice. */
    public Answer upload(String path, Path file, Map<String, String> fields, String key) {
        String boundary = "kol" + UUID.randomUUID().toString().replace("-", "");
        try {
            Map<String, String> headers = new LinkedHashMap<>(identity());
            headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
            headers.put("Idempotency-Key", key);
            HttpRequest.Builder request = request(path, headers);
            request.POST(BodyPublishers.concat(
                    BodyPublishers.ofString(formFields(boundary, fields, String.valueOf(file.getFileName()))),
                    BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
            return heard(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request with further headers, none added but who calls. */
    public Answer send(String method, String path, String json, Map<String, String> further) {
        Map<String, String> headers = new LinkedHashMap<>(identity());
        if (!json.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(further);
        HttpRequest.Builder request = request(path, headers);
        request.method(
                method,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        return heard(request.build());
    }

    /** One request with any body at all, and no headers added but who calls. */
    public Answer sendBytes(String method, String path, byte[] body, Map<String, String> further) {
        Map<String, String> headers = new LinkedHashMap<>(identity());
        headers.putAll(further);
        HttpRequest.Builder request = request(path, headers);
        request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return heard(request.build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        URI uri = URI.create(path.startsWith("http") ? path : gateway() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private static String formFields(String boundary, Map<String, String> fields, String fileName) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> {
            String type = value.startsWith("{") ? "Content-Type: application/json\r\n" : "";
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
                    .formatted(boundary, name, type, value));
        });
        return form.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                .formatted(boundary, fileName))
                .toString();
    }

    /** Takes from an answer what the caller keeps, such as new cookies. */
    protected void keep(HttpResponse<?> answer) {}

    private Answer heard(HttpRequest request) {
        HttpResponse<String> answer = respond(request);
        keep(answer);
        return Answer.of(answer);
    }

    static Answer sent(HttpRequest request) {
        return Answer.of(respond(request));
    }

    private static HttpResponse<String> respond(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
