package org.kolsuite.gateway.session;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.gateway.GatewaySettings;

/**
 * Ends a person's session at Keycloak from here. The usual way sends the browser there with the ID token in the address, where
 * scripts and histories could read it; no token of ours goes that way (CASES S22).
 */
@ApplicationScoped
class KeycloakSession {
    private static final Logger LOG = Logger.getLogger(KeycloakSession.class);

    private final HttpClient client;
    private final String endpoint;
    private final String clientId;
    private final GatewaySettings settings;

    KeycloakSession(
            Vertx vertx,
            GatewaySettings settings,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId) {
        this.client = vertx.createHttpClient();
        this.endpoint = realm + "/protocol/openid-connect/logout";
        this.clientId = clientId;
        this.settings = settings;
    }

    /** Ends the session; completes in any case, for signing out of the browser must not fail because Keycloak doesn't answer. */
    Future<Void> end(@Nullable SecurityIdentity identity) {
        RefreshToken refreshToken = identity == null ? null : identity.getCredential(RefreshToken.class);
        if (refreshToken == null || refreshToken.getToken() == null) {
            return Future.succeededFuture();
        }
        var form = new QueryStringEncoder("");
        form.addParam("client_id", clientId);
        form.addParam("client_secret", settings.session().clientSecret());
        form.addParam("refresh_token", refreshToken.getToken());
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(endpoint)
                        .setTimeout(settings.calls().connectTimeout().toMillis()))
                .compose(request -> request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                        .send(form.toString().substring(1)))
                .onSuccess(answer -> {
                    if (answer.statusCode() >= 300) {
                        LOG.warnf("Keycloak did not end a session: it answered %d", answer.statusCode());
                    }
                })
                .onFailure(failure -> LOG.warnf("Keycloak did not end a session: %s", failure))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
