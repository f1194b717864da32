package org.kolsuite.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What came back. Paths into the body are JSON pointers without the first slash: {@code fee/amountMinor}. */
public record Answer(String request, int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        String request = response.request().method() + " " + response.request().uri();
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    public JsonNode body() {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    public JsonNode at(String path) {
        return body().at("/" + path);
    }

    public String text(String path) {
        return at(path).asText();
    }

    public long number(String path) {
        return at(path).asLong();
    }

    /** The entries of a list answer. */
    public Stream<JsonNode> items() {
        return StreamSupport.stream(at("items").spliterator(), false);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String etag() {
        return header("ETag").orElseThrow(() -> new AssertionError(request + " answered without ETag"));
    }

    public String location() {
        return header("Location").orElseThrow(() -> new AssertionError(request + " answered without Location"));
    }

    /** Fails with the whole answer unless it has this status. */
    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", request, text).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is a refusal with this status and code. */
    public Answer expectRefusal(int expected, String code) {
        expect(expected);
        assertThat(text("code")).as("%s answered %s", request, text).isEqualTo(code);
        return this;
    }
}
