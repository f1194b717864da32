package org.kolsuite.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Whether a call speaks for itself instead of riding on a browser's session. */
final class BearerToken {
    private BearerToken() {}

    static boolean isIn(RoutingContext call) {
        return call.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }
}
