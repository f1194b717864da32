package org.kolsuite.gateway.hygiene;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

/**
 * Whether a request that changes something, and rides on a cookie, was made by our own pages (CASES S21). A browser says where
 * a request comes from in {@code Origin} and {@code Sec-Fetch-Site}, and no page can forge either; a request with a cookie
 * and neither header isn't from a browser that we know, and is refused as well.
 */
public final class CrossSite {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSite() {}

    /** A problem when this call must not ride on the browser's session. */
    public static Optional<Problem> complaintAbout(RoutingContext call) {
        var request = call.request();
        boolean refused = refuses(
                request.method().name(),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader("Sec-Fetch-Site"),
                request.scheme() + "://" + request.authority());
        return refused ? Optional.of(Refusals.crossSiteRequest()) : Optional.empty();
    }

    /**
     * @param method HTTP method
     * @param origin the {@code Origin} header
     * @param fetchSite the {@code Sec-Fetch-Site} header
     * @param ownOrigin scheme, host and port under which the browser reached the gateway
     */
    static boolean refuses(String method, @Nullable String origin, @Nullable String fetchSite, String ownOrigin) {
        if (SAFE_METHODS.contains(method)) {
            return false;
        }
        if (origin == null && fetchSite == null) {
            return true;
        }
        boolean foreignOrigin = origin != null && !origin.equals(ownOrigin);
        boolean foreignSite = fetchSite != null && !fetchSite.equals("same-origin");
        return foreignOrigin || foreignSite;
    }
}
