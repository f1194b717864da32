package org.kolsuite.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Asks who makes a call: the bearer token if there is one, else the session cookie, refreshed where it has run out. */
@ApplicationScoped
public class SignIns {
    private static final Set<String> ROLES = Set.of("brand-manager", "finance", "executive", "admin", "kol", "agency");

    private final HttpAuthenticator authenticator;
    private final SharedRefresh refresh;
    private final VerifiedSignIns verified;
    private final Duration refreshEarly;

    SignIns(
            HttpAuthenticator authenticator,
            SharedRefresh refresh,
            VerifiedSignIns verified,
            @ConfigProperty(name = "quarkus.oidc.token.refresh-token-time-skew") Duration refreshEarly) {
        this.authenticator = authenticator;
        this.refresh = refresh;
        this.verified = verified;
        this.refreshEarly = refreshEarly;
    }

    /** Who makes this call. The future never fails; it completes on the call's own context. */
    public Future<SignIn> of(RoutingContext call) {
        if (BearerOrSession.bearsToken(call)) {
            String proof = call.request().getHeader(HttpHeaders.AUTHORIZATION);
            return verified.of(proof)
                    .<Future<SignIn>>map(Future::succeededFuture)
                    .orElseGet(() -> decide(call, proof, Duration.ZERO));
        }
        Optional<String> cookie = SessionCookie.valueIn(call);
        if (cookie.isEmpty()) {
            return Future.succeededFuture(new SignIn.Nobody());
        }
        String proof = cookie.get();
        return verified.of(proof)
                .<Future<SignIn>>map(Future::succeededFuture)
                .orElseGet(() -> refresh.once(proof, call, () -> decide(call, proof, refreshEarly)));
    }

    /** The session of this call has ended. */
    void forget(RoutingContext call) {
        SessionCookie.valueIn(call).ifPresent(verified::forget);
    }

    /** @param early how long before its end a token is renewed */
    private Future<SignIn> decide(RoutingContext call, String proof, Duration early) {
        return identityOf(call)
                .map(identity -> {
                    SignIn signIn = known(identity);
                    // A cookie that was just replaced is for stragglers, whom SharedRefresh answers.
                    if (signIn instanceof SignIn.Known someone
                            && SessionCookie.changesBy(call).isEmpty()) {
                        verified.keep(proof, someone, endOf(identity).minus(early));
                    }
                    return signIn;
                })
                .otherwise(SignIns::failed);
    }

    /** When the first of the tokens runs out: in a session the ID token is the principal, and the access token lies beside it. */
    private static Instant endOf(@Nullable SecurityIdentity identity) {
        var principal = (JsonWebToken) Objects.requireNonNull(identity).getPrincipal();
        String accessToken = identity.getCredential(AccessTokenCredential.class).getToken();
        byte[] claims = Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]);
        long end = new JsonObject(Buffer.buffer(claims)).getLong("exp", 0L);
        return Instant.ofEpochSecond(Math.min(end, principal.getExpirationTime()));
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
