package org.kolsuite.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a service's answer reaches the client: all of it, but no address of the inside and no second word on our own headers. */
final class ServiceAnswer {
    private ServiceAnswer() {}

    /**
     * @param headers of the service's answer; changed in place
     * @param service who answered
     * @param request the call
     * @param own names of headers that the gateway has set on the answer already
     */
    static void rewrite(MultiMap headers, Service service, HttpServerRequest request, Iterable<String> own) {
        own.forEach(headers::remove);
        // Services keep no sessions; a cookie from one would be a mistake that sticks.
        List.of("Server", "X-Powered-By", "Set-Cookie").forEach(headers::remove);
        @Nullable String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, fromOutside(location, service, request));
        }
    }

    /** A service that is going says no more than 503; who hears that shall know that it passes. */
    static void tellWhenToComeBack(MultiMap headers) {
        if (!headers.contains(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
    }

    /** A place inside the suite as a path, so that it is right under whatever name the client knows us. */
    private static String fromOutside(String location, Service service, HttpServerRequest request) {
        try {
            URI uri = new URI(location);
            String authority = uri.getRawAuthority();
            boolean inside = authority != null
                    && (authority.equals(service.address().getRawAuthority())
                            || authority.equals(String.valueOf(request.authority())));
            if (!inside) {
                return location;
            }
            String query = uri.getRawQuery();
            return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
        } catch (URISyntaxException e) {
            return location;
        }
    }
}
