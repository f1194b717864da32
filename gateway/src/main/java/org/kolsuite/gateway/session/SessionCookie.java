package org.kolsuite.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The encrypted cookie (or its pieces, where it is long) that holds a person's tokens. */
final class SessionCookie {
    /** Quarkus' name for it; pieces have it as prefix. */
    private static final String NAME = "q_session";

    private SessionCookie() {}

    /** What the browser sent; two calls with the same value belong to the same state of the same session. */
    static Optional<String> valueIn(RoutingContext call) {
        String value = call.request().cookies().stream()
                .filter(SessionCookie::isSession)
                .sorted(Comparator.comparing(Cookie::getName))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining(";"));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** The cookies that answering this call will set, ready for a {@code Set-Cookie} header each. */
    static List<String> changesBy(RoutingContext call) {
        return call.request().cookies().stream()
                .filter(SessionCookie::isSession)
                .map(ServerCookie.class::cast)
                .filter(ServerCookie::isChanged)
                .map(Cookie::encode)
                .toList();
    }

    /** Takes it away from the browser, whatever state the session is in, and whatever was to be set. */
    static void remove(RoutingContext call) {
        call.request().cookies().stream()
                .filter(SessionCookie::isSession)
                .map(Cookie::getName)
                .distinct()
                .toList()
                .forEach(name -> call.response()
                        .addCookie(Cookie.cookie(name, "")
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(call.request().isSSL())
                                .setSameSite(CookieSameSite.LAX)
                                .setMaxAge(0)));
    }

    private static boolean isSession(Cookie cookie) {
        return cookie.getName().startsWith(NAME);
    }
}
