package org.kolsuite.platform.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.json.StorableText;

/** Refuses parameters of path and query that are no text, before one of them reaches the database. */
class UnstorableParameters {
    @ServerRequestFilter
    @Nullable
    Response refuse(UriInfo uri) {
        return isText(uri.getPathParameters()) && isText(uri.getQueryParameters())
                ? null
                : Problem.of(400, "BAD_REQUEST", "The address has a character that no text has.")
                        .toResponse();
    }

    private static boolean isText(MultivaluedMap<String, String> parameters) {
        return parameters.values().stream().flatMap(List::stream).allMatch(StorableText::isStorable);
    }
}
