package org.kolsuite.e2e.wild;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One operation of one service, as its OpenAPI describes it.
 *
 * @param api the description that it stands in, which knows its schemas
 * @param path with its parameters in braces
 */
record ApiOperation(ApiDescription api, String method, String path, Operation described) {

    /** Roles that may use it; empty where another rule than a role decides. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        if (described.getSecurity() != null) {
            described.getSecurity().forEach(requirement -> requirement.values().forEach(roles::addAll));
        }
        return roles;
    }

    boolean isPublic() {
        return described.getSecurity() == null || described.getSecurity().isEmpty();
    }

    boolean isForPartners() {
        return path.startsWith("/partner/");
    }

    /** Whether its answer goes on for as long as somebody listens. */
    boolean isStream() {
        return described.getResponses().values().stream()
                .anyMatch(response ->
                        response.getContent() != null && response.getContent().containsKey("text/event-stream"));
    }

    List<Parameter> parameters(String place) {
        return described.getParameters() == null
                ? List.of()
                : described.getParameters().stream()
                        .filter(parameter -> place.equals(parameter.getIn()))
                        .toList();
    }

    /** What its body is, or null where it has none. */
    @Nullable
    String bodyType() {
        return described.getRequestBody() == null
                ? null
                : described.getRequestBody().getContent().keySet().iterator().next();
    }

    Schema<?> bodySchema() {
        Content content = described.getRequestBody().getContent();
        return content.values().iterator().next().getSchema();
    }

    @Override
    public String toString() {
        return api.service().module() + ": " + method + " " + path;
    }
}
