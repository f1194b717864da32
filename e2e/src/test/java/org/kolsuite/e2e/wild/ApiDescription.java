package org.kolsuite.e2e.wild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/** The OpenAPI of one running service: its operations, and whether an answer is as it says. */
final class ApiDescription {
    private static final Set<PathItem.HttpMethod> METHODS = EnumSet.of(
            PathItem.HttpMethod.GET,
            PathItem.HttpMethod.POST,
            PathItem.HttpMethod.PUT,
            PathItem.HttpMethod.PATCH,
            PathItem.HttpMethod.DELETE);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final ServiceSpec service;
    private final JsonNode document;
    private final OpenAPI parsed;
    private final Map<String, JsonSchema> answers = new ConcurrentHashMap<>();

    private ApiDescription(ServiceSpec service, JsonNode document, OpenAPI parsed) {
        this.service = service;
        this.document = document;
        this.parsed = parsed;
    }

    /** Of every service behind the gateway. */
    static List<ApiDescription> all() {
        return Stream.of(ServiceSpec.values())
                .filter(service -> service != ServiceSpec.GATEWAY)
                .map(ApiDescription::of)
                .toList();
    }

    private static ApiDescription of(ServiceSpec service) {
        Answer answer = new Nobody()
                .get(RunningSuite.address(service) + "/q/openapi?format=json")
                .expect(200);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI parsed =
                new OpenAPIV3Parser().readContents(answer.text(), null, options).getOpenAPI();
        return new ApiDescription(service, answer.body(), parsed);
    }

    ServiceSpec service() {
        return service;
    }

    List<ApiOperation> operations() {
        String ownName = service.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<ApiOperation> operations = new ArrayList<>();
        parsed.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(
                                new ApiOperation(this, method.name(), path.replace("{service}", ownName), operation));
                    }
                }));
        return operations;
    }

    /** The schema itself, or the one that it names. */
    Schema<?> resolved(Schema<?> schema) {
        Schema<?> here = schema;
        while (here.get$ref() != null) {
            String name = here.get$ref().substring(here.get$ref().lastIndexOf('/') + 1);
            here = Objects.requireNonNull(parsed.getComponents().getSchemas().get(name), name);
        }
        return here;
    }

    /** What of an answer is not as the operation describes it, in words; empty when all is. */
    List<String> breaches(ApiOperation operation, Answer answer) {
        String path =
                operation.path().replaceFirst("(?<=/operations/)[^/{]+(?=/(audit|clock|dead-letters))", "{service}");
        JsonNode responses = at(
                        document.path("paths").path(path), operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = resolved(responses.path(String.valueOf(answer.status())));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not declared");
        }
        JsonNode content = response.path("content");
        String type = answer.header("Content-Type").orElse("").split(";", 2)[0];
        if (content.isEmpty()) {
            return answer.text().isEmpty() ? List.of() : List.of("a body where none is declared");
        }
        if (!content.has(type)) {
            return List.of("content type '" + type + "' is not declared");
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        if (content.path(type).path("schema").isMissingNode()) {
            return List.of("no schema is declared");
        }
        try {
            JsonNode body = JSON.readTree(answer.text());
            String key = operation + " " + answer.status();
            return answers
                    .computeIfAbsent(key, any -> schema(content.path(type).path("schema")))
                    .validate(body)
                    .stream()
                    .map(message -> "schema: " + message.getMessage().replaceAll("\\d+", "#"))
                    .distinct()
                    .limit(3)
                    .toList();
        } catch (JsonProcessingException noJson) {
            return List.of("the body is no JSON");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static JsonNode at(JsonNode node, String field) {
        return node.path(field);
    }

    /** A schema that stands in the document may name others there. */
    private JsonSchema schema(JsonNode here) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) here.deepCopy());
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }
}
