package org.kolsuite.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

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

    /**
     * What the client hears of a service that failed below its own rules for errors, and said nothing or what only a machine's keeper
     * should read: a service that is going says no more than 503 (CASES S19). Empty when the answer can go out as it is.
     */
    static Optional<Problem> problemInsteadOf(ProxyResponse answer, Service service) {
        @Nullable String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        boolean isProblem = type != null && type.startsWith(Problem.MEDIA_TYPE) && !isEmpty(answer);
        if (answer.getStatusCode() < 500 || isProblem) {
            return Optional.empty();
        }
        return Optional.of(answer.getStatusCode() < 502 ? Refusals.internalError() : Refusals.notReady(service.name()));
    }

    private static boolean isEmpty(ProxyResponse answer) {
        return answer.getBody() == null || answer.getBody().length() == 0;
    }

    /** A service with too much to do says 503; who hears that shall know that it passes. */
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
