package org.kolsuite.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.limits.CallerAddress;

/**
 * What a service hears from a client: the headers on the list, then the gateway's own word on who calls and from where. A list
 * of what may pass, not of what may not: a header that somebody invents tomorrow to claim an identity stays outside too
 * (CASES S5).
 */
@ApplicationScoped
class ClientHeaders {
    private final Set<String> forwarded;
    private final CallerAddress addresses;

    ClientHeaders(GatewaySettings settings, CallerAddress addresses) {
        this.addresses = addresses;
        forwarded = settings.calls().forwardedHeaders().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Turns the headers as they came in into those that go out.
     *
     * @param headers as they came in; changed in place
     * @param request the call
     * @param accessToken the caller's, unless the path is public
     */
    void rewrite(MultiMap headers, HttpServerRequest request, Optional<String> accessToken) {
        // Read before the header that it may come from is gone.
        String address = addresses.of(request);
        List.copyOf(headers.names()).stream()
                .filter(name -> !forwarded.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
        accessToken.ifPresent(token -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        headers.set("X-Forwarded-For", address);
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", String.valueOf(request.authority()));
    }
}
