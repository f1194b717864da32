package org.kolsuite.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.bench.suite.AccessTokens;

/** Calls a service itself as a person, with the token that the gateway would hold. */
final class Http {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final AccessTokens tokens;

    Http(String address, AccessTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    /** The organisation of the person who calls. */
    UUID tenant() throws IOException {
        String claims = tokens.current().split("\\.", -1)[1];
        return UUID.fromString(JSON.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .path("tenant")
                .asText());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(send(request(path).GET()));
    }

    /** The answer as bytes, for measuring: it is received and not looked at. */
    int size(String path) throws IOException, InterruptedException {
        return send(request(path).GET()).body().length;
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return read(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    JsonNode post(String path, String contentType, BodyPublisher body) throws IOException, InterruptedException {
        return read(send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body)));
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return post(path, Map.of());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + tokens.current());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
