package org.kolsuite.platform.problem;

import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The verbs an address answers to, read from the routes themselves. Quarkus REST answers a wrong verb without the {@code
 * Allow} that RFC 9110 (15.5.6) demands; and where several classes share the beginning of a path it answers 404, because
 * only the last class that it tried decides.
 */
final class AllowedVerbs {
    private AllowedVerbs() {}

    /** In alphabetical order; empty where there is no such address. */
    static Set<String> of(ResteasyReactiveRequestContext request) {
        String path = request.getPathWithoutPrefix();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        Set<String> verbs = new TreeSet<>();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            String rest = match.remaining.isEmpty() ? "/" : match.remaining;
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routes) {
                    routes.getMappers().forEach((verb, methods) -> {
                        if (verb != null && methods.map(rest) != null) {
                            verbs.add(verb);
                        }
                    });
                }
            }
        }
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        return verbs;
    }
}
