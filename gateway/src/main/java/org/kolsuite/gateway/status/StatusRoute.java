package org.kolsuite.gateway.status;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.kolsuite.gateway.Order;

/** {@code GET /status}: which part works, for the web front end to tell people. Public, and says nothing that isn't. */
@ApplicationScoped
class StatusRoute {
    private final Parts parts;

    StatusRoute(Parts parts) {
        this.parts = parts;
    }

    void register(@Observes Router router) {
        router.get("/status").order(Order.OWN_ROUTES).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        var all = parts.all();
        boolean well = all.stream().allMatch(part -> part.state() == Part.State.UP);
        var list = new JsonArray();
        all.forEach(part -> list.add(new JsonObject()
                .put("name", part.name())
                .put("status", part.state().name())
                .put("since", part.since())
                .put("causes", new JsonArray(part.causes()))));
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject()
                        .put("status", well ? "UP" : "DEGRADED")
                        .put("parts", list)
                        .toBuffer());
    }
}
