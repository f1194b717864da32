package org.kolsuite.gateway.status;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * What a part says about itself, in MicroProfile Health's form; any other answer with a good status is taken for well. A part
 * that goes on working although something behind it is down says so with {@code "degraded": true} or {@code "state":
 * "degraded"} in a check's data.
 *
 * @param state of the part
 * @param causes the checks that are not well
 */
record HealthAnswer(Part.State state, List<String> causes) {
    private static final int FIRST_ERROR = 400;

    static HealthAnswer read(int status, Buffer body) {
        List<JsonObject> checks = checksIn(body);
        List<String> down = checks.stream()
                .filter(check -> "DOWN".equals(check.getString("status")))
                .map(check -> check.getString("name", "unnamed"))
                .toList();
        if (status >= FIRST_ERROR || !down.isEmpty()) {
            return new HealthAnswer(Part.State.DOWN, down);
        }
        List<String> degraded = checks.stream()
                .filter(HealthAnswer::isDegraded)
                .map(check -> check.getString("name", "unnamed"))
                .toList();
        return new HealthAnswer(degraded.isEmpty() ? Part.State.UP : Part.State.DEGRADED, degraded);
    }

    private static boolean isDegraded(JsonObject check) {
        JsonObject data = check.getJsonObject("data", new JsonObject());
        return "true".equalsIgnoreCase(Objects.toString(data.getValue("degraded"), ""))
                || "degraded".equalsIgnoreCase(Objects.toString(data.getValue("state"), ""));
    }

    private static List<JsonObject> checksIn(Buffer body) {
        try {
            JsonArray checks = body.toJsonObject().getJsonArray("checks", new JsonArray());
            return checks.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .toList();
        } catch (DecodeException | ClassCastException e) {
            return List.of();
        }
    }
}
