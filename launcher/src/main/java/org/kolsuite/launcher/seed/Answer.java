package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/** What the suite answered. */
public record Answer(String request, int status, String etag, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> answer) {
        return new Answer(
                answer.request().method() + " " + answer.uri().getPath(),
                answer.statusCode(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.body());
    }

    public boolean accepted() {
        return status / 100 == 2;
    }

    /** @throws Refused unless the suite did what it was asked */
    public Answer orThrow() {
        if (!accepted()) {
            throw new Refused(this);
        }
        return this;
    }

    public JsonNode json() {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request + " answered no JSON: " + body, e);
        }
    }

    /** The suite said no; the message has its reason. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Answer answer) {
            super(answer.request() + " was answered with " + answer.status() + ": " + answer.body());
        }
    }
}
