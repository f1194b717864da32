package org.kolsuite.gateway.surroundings;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service behind the gateway. It answers with what it heard: its own name, method, target, headers, and how many bytes of body. A
 * few endings of the path make it behave otherwise.
 */
final class FakeService {
    private final String name;
    private final HttpServer server;

    FakeService(Vertx vertx, String name, int port) {
        this.name = name;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(this::answer)
                .listen(port, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://localhost:" + server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.endsWith("/never")) {
            return;
        }
        if (path.endsWith("/going")) {
            // As Quarkus answers while it stops.
            request.response()
                    .setStatusCode(503)
                    .putHeader("Connection", "close")
                    .end();
            return;
        }
        if (path.endsWith("/broken")) {
            // As Quarkus answers when something fails before the service's own rules for errors.
            request.response()
                    .setStatusCode(500)
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end("<pre>java.lang.IllegalStateException at Inside.java:7</pre>");
            return;
        }
        if (path.endsWith("/stream")) {
            // One event at once; the next one would come much later.
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: first\n\n");
            return;
        }
        if (path.startsWith("/t/")) {
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "https://shop.example/landing?promo=MEI10")
                    .putHeader("X-Heard-Authorization", String.valueOf(request.getHeader("Authorization")))
                    .putHeader("X-Heard-From", String.valueOf(request.getHeader("X-Forwarded-For")))
                    .end();
            return;
        }
        if (path.equals("/q/health/ready")) {
            request.response().end(health().toBuffer());
            return;
        }
        AtomicLong bytes = new AtomicLong();
        request.handler(piece -> bytes.addAndGet(piece.length()));
        request.endHandler(ended -> respond(request, bytes.get()));
    }

    private JsonObject health() {
        var kafka = new JsonObject()
                .put("name", "kafka")
                .put("status", "UP")
                .put("data", new JsonObject().put("degraded", name.equals("campaign")));
        return new JsonObject().put("status", "UP").put("checks", new JsonArray().add(kafka));
    }

    private void respond(HttpServerRequest request, long bytes) {
        var response = request.response();
        String path = request.path();
        if (path.endsWith("/moved")) {
            response.setStatusCode(201).putHeader("Location", url() + path + "/7?x=1");
        } else if (path.endsWith("/chatty")) {
            response.putHeader("Set-Cookie", "inside=1")
                    .putHeader("Server", "inside/1.0")
                    .putHeader("X-Frame-Options", "ALLOWALL")
                    .putHeader("ETag", "\"3\"");
        } else if (path.endsWith("/refused")) {
            response.setStatusCode(409).putHeader("Content-Type", "application/problem+json");
            response.end(new JsonObject().put("code", "BUDGET_EXHAUSTED").toBuffer());
            return;
        }
        if (path.endsWith("/only-read")) {
            response.setStatusCode(405)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Allow", "GET, HEAD");
            response.end(new JsonObject().put("code", "METHOD_NOT_ALLOWED").toBuffer());
            return;
        }
        JsonObject headers = new JsonObject();
        request.headers()
                .names()
                .forEach(header -> headers.put(
                        header.toLowerCase(java.util.Locale.ROOT),
                        String.join("|", request.headers().getAll(header))));
        response.putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("bytes", bytes)
                        .toBuffer());
    }
}
