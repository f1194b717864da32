package org.kolsuite.gateway.session;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A call with an {@code Authorization} header is a program's, whatever cookies ride along; every other call is a browser's. */
@ApplicationScoped
class BearerOrSession implements TenantResolver {
    private static final String BEARER = "bearer";
    private static final String SESSION = "Default";

    @Override
    public String resolve(RoutingContext call) {
        return bearsToken(call) ? BEARER : SESSION;
    }

    static boolean bearsToken(RoutingContext call) {
        return call.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }
}
