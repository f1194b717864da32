package org.kolsuite.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.MDC;
import org.kolsuite.gateway.Order;
import org.kolsuite.gateway.hygiene.CrossSite;
import org.kolsuite.gateway.limits.RateLimits;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;
import org.kolsuite.gateway.session.SignIn;
import org.kolsuite.gateway.session.SignIns;

/**
 * The way of an API call: whose is it, did our own pages make it, who makes it, is it one too many, then on to its owner.
 * Whether the caller may do it, the owner decides.
 */
@ApplicationScoped
class ApiRoutes {
    private final RoutingTable table;
    private final SignIns signIns;
    private final RateLimits rates;
    private final ServiceProxy proxy;

    ApiRoutes(RoutingTable table, SignIns signIns, RateLimits rates, ServiceProxy proxy) {
        this.table = table;
        this.signIns = signIns;
        this.rates = rates;
        this.proxy = proxy;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(Order.OWN_ROUTES).handler(this::api);
        router.route("/partner/*").order(Order.OWN_ROUTES).handler(this::api);
        router.route("/t/*").order(Order.OWN_ROUTES).handler(this::trackedLink);
    }

    private void api(RoutingContext call) {
        call.request().pause();
        if (!BearerToken.isIn(call)) {
            Optional<Problem> complaint = CrossSite.complaintAbout(call).filter(problem -> hasCookies(call));
            if (complaint.isPresent()) {
                complaint.get().send(call);
                return;
            }
        }
        signedIn(
                call,
                known -> oneTooMany(call, known)
                        .ifPresentOrElse(problem -> problem.send(call), () -> forward(call, known)));
    }

    private Optional<Problem> oneTooMany(RoutingContext call, SignIn.Known known) {
        return rates.countSubject(call, known.subject())
                .or(() -> Optional.ofNullable(known.tenant()).flatMap(tenant -> rates.countTenant(call, tenant)));
    }

    private static boolean hasCookies(RoutingContext call) {
        return call.request().headers().contains(HttpHeaders.COOKIE);
    }

    /** Nobody learns which paths exist before saying who they are. */
    private void signedIn(RoutingContext call, Consumer<SignIn.Known> then) {
        signIns.of(call).onSuccess(signIn -> {
            switch (signIn) {
                case SignIn.Known known -> then.accept(known);
                case SignIn.Nobody nobody -> Refusals.signInRequired().send(call);
                case SignIn.Refused refused ->
                    (BearerToken.isIn(call) ? Refusals.tokenRefused() : Refusals.signInRequired()).send(call);
                case SignIn.Undecided undecided ->
                    Refusals.temporarilyUnavailable("keycloak").send(call);
            }
        });
    }

    private void forward(RoutingContext call, SignIn.Known known) {
        if (known.tenant() != null) {
            MDC.put("tenant", known.tenant());
        }
        table.ownerOf(call.request().path())
                .ifPresentOrElse(
                        service -> proxy.forward(call, service, Optional.of(known.accessToken())),
                        () -> Refusals.notFound().send(call));
    }

    private void trackedLink(RoutingContext call) {
        var method = call.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            Refusals.methodNotAllowed("GET, HEAD").send(call);
            return;
        }
        call.request().pause();
        table.redirectorOf(call.request().path())
                .ifPresentOrElse(
                        service -> proxy.forward(call, service, Optional.empty()),
                        () -> Refusals.notFound().send(call));
    }
}
