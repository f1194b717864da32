package org.kolsuite.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Asks who makes a call: the bearer token if there is one, else the session cookie, refreshed where it has run out. */
@ApplicationScoped
public class SignIns {
    private static final Set<String> ROLES = Set.of("brand-manager", "finance", "executive", "admin", "kol", "agency");

    private final HttpAuthenticator authenticator;
    private final SharedRefresh refresh;

    SignIns(HttpAuthenticator authenticator, SharedRefresh refresh) {
        this.authenticator = authenticator;
        this.refresh = refresh;
    }

    /** Who makes this call. The future never fails; it completes on the call's own context. */
    public Future<SignIn> of(RoutingContext call) {
        if (BearerOrSession.bearsToken(call)) {
            return decide(call);
        }
        return SessionCookie.valueIn(call)
                .map(cookie -> refresh.once(cookie, call, () -> decide(call)))
                .orElseGet(() -> Future.succeededFuture(new SignIn.Nobody()));
    }

    private Future<SignIn> decide(RoutingContext call) {
        return identityOf(call).map(SignIns::known).otherwise(SignIns::failed);
    }

    /** As Quarkus sees it: fails with what has to happen next, such as the redirect that ends a sign-in. */
    Future<@Nullable SecurityIdentity> identityOf(RoutingContext call) {
        Promise<@Nullable SecurityIdentity> promise = Promise.promise();
        authenticator.attemptAuthentication(call).subscribe().with(promise::complete, promise::fail);
        return promise.future();
    }

    private static SignIn known(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return new SignIn.Nobody();
        }
        var claims = (JsonWebToken) identity.getPrincipal();
        var roles = new TreeSet<>(identity.getRoles());
        roles.retainAll(ROLES);
        return new SignIn.Known(
                claims.getSubject(),
                Objects.requireNonNullElse(text(claims, "name"), claims.getName()),
                roles,
                text(claims, "tenant"),
                text(claims, "tenant_name"),
                text(claims, "agency"),
                text(claims, "locale"),
                identity.getCredential(AccessTokenCredential.class).getToken());
    }

    private static @Nullable String text(JsonWebToken claims, String name) {
        Object value = claims.getClaim(name);
        return value == null ? null : value.toString();
    }

    private static SignIn failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return new SignIn.Undecided();
            }
        }
        return failure instanceof AuthenticationException ? new SignIn.Refused() : new SignIn.Undecided();
    }
}
