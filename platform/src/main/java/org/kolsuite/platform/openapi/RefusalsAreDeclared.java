package org.kolsuite.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.kolsuite.platform.problem.Problem;

/**
 * Says in the document how an operation refuses: with which statuses, by the policy in docs/http-status.md, and that each is a
 * problem detail. What an operation says itself of a status stays, but that a refusal has no body: all have one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RefusalsAreDeclared implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final int ADDRESS_TOO_LONG = 414;

    /** In order, so that the same sources give the same document. */
    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "The request can't be understood."),
            Map.entry(401, "Nobody is signed in, or the access token does not hold."),
            Map.entry(403, "The caller's role or scope, or a rule, does not allow it."),
            Map.entry(404, "There is no such thing for this caller."),
            Map.entry(406, "The address can't answer in an accepted form."),
            Map.entry(409, "The state does not allow it now."),
            Map.entry(412, "If-Match names a version that is no longer the present one."),
            Map.entry(413, "The body or file is larger than allowed."),
            Map.entry(415, "The media type or the file is not read here."),
            Map.entry(422, "A value breaks a rule."),
            Map.entry(428, "If-Match is missing."),
            Map.entry(429, "Over the limit; Retry-After says when to come back."),
            Map.entry(503, "A part of the suite is down; Retry-After says when to come back.")));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        REFUSALS.forEach((status, why) -> document.getComponents()
                .addResponse(
                        name(status),
                        OASFactory.createAPIResponse()
                                .description(why)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + PROBLEM))))));
        // The one refusal without a body: the server reads no further, so that nobody is asked what to say.
        document.getComponents()
                .addResponse(
                        name(ADDRESS_TOO_LONG),
                        OASFactory.createAPIResponse().description("The address is longer than is read."));
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> declare(method, path, operation)));
    }

    private static void declare(PathItem.HttpMethod method, PathItem path, Operation operation) {
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        Set<Integer> statuses = new TreeSet<>(refusalsOf(method, path, operation));
        REFUSALS.keySet().stream()
                .filter(status -> responses.hasAPIResponse(String.valueOf(status)))
                .forEach(statuses::add);
        for (int status : statuses) {
            String key = String.valueOf(status);
            boolean isSaid = responses.hasAPIResponse(key)
                    && responses.getAPIResponse(key).getContent() != null;
            if (!isSaid) {
                responses.addAPIResponse(
                        key, OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
            }
        }
        operation.setResponses(responses);
    }

    private static List<Integer> refusalsOf(PathItem.HttpMethod method, PathItem path, Operation operation) {
        boolean isProtected =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        List<Integer> statuses = new ArrayList<>(List.of(400, 404, 406, ADDRESS_TOO_LONG, 422, 429, 503));
        if (isProtected) {
            statuses.addAll(List.of(401, 403));
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.addAll(List.of(409, 413));
        }
        if (operation.getRequestBody() != null) {
            statuses.add(415);
        }
        if (takes("If-Match", path.getParameters()) || takes("If-Match", operation.getParameters())) {
            statuses.addAll(List.of(412, 428));
        }
        return statuses;
    }

    private static boolean takes(String header, List<Parameter> parameters) {
        return parameters != null
                && parameters.stream().anyMatch(parameter -> header.equalsIgnoreCase(parameter.getName()));
    }

    private static String name(int status) {
        return "Refused" + status;
    }

    private static Schema problem() {
        Map<String, Schema> error = new LinkedHashMap<>();
        error.put("field", text());
        error.put("code", text());
        error.put("detail", text());
        Schema errors = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .properties(error)
                        .required(List.of("field", "code", "detail")));
        Schema values = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What the detail names, so that it can be said in another language.");
        return OASFactory.createSchema()
                .description("Problem details (RFC 9457); docs/errors.md lists the codes.")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("title", text())
                .addProperty("detail", text())
                .addProperty("code", text())
                .addProperty("values", values)
                .addProperty("errors", errors)
                .required(List.of("status", "title", "detail", "code"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
