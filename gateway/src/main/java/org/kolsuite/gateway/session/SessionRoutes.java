package org.kolsuite.gateway.session;

import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kolsuite.gateway.Order;
import org.kolsuite.gateway.hygiene.CrossSite;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

/**
 * The browser's session.
 *
 * <pre>
 * GET  /session                 who am I; 401 when nobody is signed in
 * GET  /session/login?return=   to Keycloak and back to a path of ours; ui_locales=zh-CN chooses its language
 * GET  /session/callback        where Keycloak sends the code
 * POST /session/logout          ends the session here and at Keycloak, and says where to go: {"location": "/sign-in"}
 * </pre>
 */
@ApplicationScoped
class SessionRoutes {
    private static final Logger LOG = Logger.getLogger(SessionRoutes.class);
    private static final String SIGN_IN_PAGE = "/sign-in";

    private final SignIns signIns;
    private final HttpAuthenticator authenticator;
    private final KeycloakSession keycloakSession;

    SessionRoutes(SignIns signIns, HttpAuthenticator authenticator, KeycloakSession keycloakSession) {
        this.signIns = signIns;
        this.authenticator = authenticator;
        this.keycloakSession = keycloakSession;
    }

    void register(@Observes Router router) {
        only(HttpMethod.GET, router, "/session").handler(this::whoAmI);
        only(HttpMethod.GET, router, "/session/login").handler(this::login);
        only(HttpMethod.GET, router, "/session/callback").handler(this::callback);
        only(HttpMethod.POST, router, "/session/logout").handler(this::logout);
    }

    private static Route only(HttpMethod method, Router router, String path) {
        router.route(path)
                .order(Order.OWN_ROUTES + 1)
                .handler(call -> Refusals.methodNotAllowed(method.name()).send(call));
        return router.route(method, path).order(Order.OWN_ROUTES);
    }

    private void whoAmI(RoutingContext call) {
        signIns.of(call).onSuccess(signIn -> {
            switch (signIn) {
                case SignIn.Known known -> answer(call, describe(known));
                case SignIn.Undecided undecided ->
                    Refusals.temporarilyUnavailable("keycloak").send(call);
                case SignIn.Nobody nobody -> Refusals.signInRequired().send(call);
                case SignIn.Refused refused -> Refusals.signInRequired().send(call);
            }
        });
    }

    private static JsonObject describe(SignIn.Known known) {
        return new JsonObject()
                .put("subject", known.subject())
                .put("name", known.name())
                .put("roles", new JsonArray(known.roles().stream().toList()))
                .put("tenant", known.tenant())
                .put("tenantName", known.tenantName())
                .put("agency", known.agency())
                .put("locale", known.locale());
    }

    private void login(RoutingContext call) {
        Optional<String> back = ReturnPath.of(call.queryParams().get("return"));
        if (back.isEmpty()) {
            Refusals.returnNotAllowed().send(call);
            return;
        }
        signIns.of(call).onSuccess(signIn -> {
            switch (signIn) {
                case SignIn.Known known -> redirect(call, 303, back.get());
                case SignIn.Undecided undecided ->
                    Refusals.temporarilyUnavailable("keycloak").send(call);
                case SignIn.Nobody nobody -> sendToKeycloak(call);
                case SignIn.Refused refused -> sendToKeycloak(call);
            }
        });
    }

    private void sendToKeycloak(RoutingContext call) {
        authenticator
                .sendChallenge(call)
                .subscribe()
                .with(
                        sent -> {
                            call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                            if (!call.response().ended()) {
                                call.response().end();
                            }
                        },
                        failure -> Refusals.temporarilyUnavailable("keycloak").send(call));
    }

    private void callback(RoutingContext call) {
        signIns.identityOf(call).onComplete(identity -> {
            if (identity.cause() instanceof AuthenticationRedirectException onwards) {
                redirect(call, 303, onwards.getRedirectUri());
            } else if (identity.succeeded() && identity.result() != null) {
                redirect(call, 303, "/");
            } else {
                LOG.infof("A sign-in did not complete: %s", identity.cause());
                redirect(call, 303, SIGN_IN_PAGE + "?failed=true");
            }
        });
    }

    private void logout(RoutingContext call) {
        Optional<Problem> complaint = CrossSite.complaintAbout(call);
        if (complaint.isPresent()) {
            complaint.get().send(call);
            return;
        }
        signIns.identityOf(call).otherwiseEmpty().compose(keycloakSession::end).onComplete(ended -> {
            signIns.forget(call);
            SessionCookie.remove(call);
            answer(call, new JsonObject().put("location", SIGN_IN_PAGE));
        });
    }

    private static void answer(RoutingContext call, JsonObject body) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }

    private static void redirect(RoutingContext call, int status, String location) {
        call.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.LOCATION, location)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
