package org.kolsuite.gateway.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal by the gateway itself, as RFC 9457 problem details.
 *
 * @param status HTTP status
 * @param code stable, in capitals; programs decide on it and people quote it
 * @param detail one sentence for a person, without names of classes or machines
 * @param headers what the answer carries beside, such as {@code Retry-After}
 */
public record Problem(int status, String code, String detail, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** The same problem with one more header on its answer. */
    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, detail, more);
    }

    /** Ends the call with this problem, unless it has been answered already. What the client still sends is read and dropped. */
    public void send(RoutingContext call) {
        var response = call.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (!call.request().isEnded()) {
            call.request().resume();
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(call.request().path()));
    }

    /** The JSON of this problem. */
    public Buffer body(String instance) {
        var json = new JsonObject()
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .put("instance", instance);
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            json.put("traceId", span.getTraceId());
        }
        return json.toBuffer();
    }
}
