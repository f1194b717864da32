package org.kolsuite.gateway.spa;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.kolsuite.gateway.Order;
import org.kolsuite.gateway.problem.Refusals;

/**
 * The web front end. Quarkus serves its files from the package; here stand the page itself, which needs a fresh nonce per
 * answer, the addresses that only the page knows (history fallback), and how long a browser may keep what.
 */
@ApplicationScoped
class WebFrontEnd {
    private static final String PAGE = "META-INF/resources/index.html";
    private static final String NONCE_PLACEHOLDER = "__CSP_NONCE__";
    private static final String HASHED_FILES = "/assets/";

    private final Optional<String> page = readPage();

    void register(@Observes Router router) {
        router.route().order(Order.OWN_ROUTES).handler(WebFrontEnd::decideCaching);
        reading(router.route("/")).order(Order.OWN_ROUTES).handler(this::servePage);
        reading(router.route("/index.html")).order(Order.OWN_ROUTES).handler(this::servePage);
        reading(router.route()).order(Order.PAGES).handler(this::serveAddressOfPage);
        router.route().order(Order.NOTHING_HERE).handler(WebFrontEnd::nothingHere);
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** Files with a hash in their name never change; everything else is asked for again each time. */
    private static void decideCaching(RoutingContext call) {
        call.addHeadersEndHandler(ready -> {
            var response = call.response();
            boolean hashed = call.request().path().startsWith(HASHED_FILES) && response.getStatusCode() < 400;
            if (hashed) {
                response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            } else if (isOfPage(call.request().path()) && response.getStatusCode() < 400) {
                response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        });
        call.next();
    }

    private void servePage(RoutingContext call) {
        if (page.isEmpty()) {
            Refusals.noWebFrontEnd().send(call);
            return;
        }
        String nonce = ContentSecurityPolicy.newNonce();
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader("Content-Security-Policy", ContentSecurityPolicy.forPage(nonce))
                .end(page.get().replace(NONCE_PLACEHOLDER, nonce));
    }

    private void serveAddressOfPage(RoutingContext call) {
        String path = call.request().path();
        boolean looksLikeFile = path.substring(path.lastIndexOf('/')).contains(".");
        if (isOfPage(path) && !looksLikeFile) {
            servePage(call);
        } else {
            call.next();
        }
    }

    private static void nothingHere(RoutingContext call) {
        var method = call.request().method();
        if (isOfPage(call.request().path()) && method != HttpMethod.GET && method != HttpMethod.HEAD) {
            Refusals.methodNotAllowed("GET, HEAD").send(call);
        } else {
            Refusals.notFound().send(call);
        }
    }

    private static boolean isOfPage(String path) {
        return Stream.of("/api", "/partner", "/t", "/session", "/status", "/q")
                .noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Optional<String> readPage() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
