package org.kolsuite.gateway.hygiene;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.kolsuite.gateway.Order;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

/** Refuses, before anything else looks at it, a request that is not what it seems. */
@ApplicationScoped
class RequestHygiene {
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    void register(@Observes Filters filters) {
        filters.register(this::check, Order.HYGIENE);
    }

    private void check(RoutingContext call) {
        complaintAbout(call).ifPresentOrElse(problem -> problem.send(call), call::next);
    }

    private static Optional<Problem> complaintAbout(RoutingContext call) {
        var request = call.request();
        if (!METHODS.contains(request.method())) {
            return Optional.of(Refusals.methodNotAllowed("GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE"));
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() != 1 || request.authority() == null) {
            return Optional.of(Refusals.ambiguousRequest("A request names exactly one host."));
        }
        // The decoder refuses both lengths together; two authorizations would be as unclear.
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Optional.of(Refusals.ambiguousRequest("A request carries at most one authorization."));
        }
        return AmbiguousTarget.complaintAbout(request.uri()).map(Refusals::ambiguousRequest);
    }
}
