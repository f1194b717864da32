package org.kolsuite.e2e.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A body that an operation's description allows, so that a refusal is about who asks and for what, not about the body. */
final class ExampleBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What fields of these names hold in this suite; a description doesn't say. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("currency", "CNY"),
            Map.entry("country", "CN"),
            Map.entry("territory", "CN"),
            Map.entry("timeZone", "Asia/Shanghai"),
            Map.entry("platform", "xiaohongshu"),
            Map.entry("platforms", "xiaohongshu"),
            Map.entry("account", "DE89370400440532013000"),
            Map.entry("bic", "COBADEFFXXX"),
            Map.entry("url", "https://www.xiaohongshu.com/explore/1"),
            Map.entry("trackingTarget", "https://shop.example/serum"),
            Map.entry("metric", "ROAS"),
            Map.entry("promoCode", "LIN20"));

    /** Texts that a rule asks for although their description leaves them open. */
    private static final Set<String> ASKED_FOR =
            Set.of("reason", "note", "memo", "name", "holder", "account", "bic", "url", "payoutId");

    private ExampleBody() {}

    /**
     * @param document the whole description, in which named schemas stand
     * @param schema of the body
     */
    static String of(JsonNode document, JsonNode schema) {
        return value(document, schema, "", 0).toString();
    }

    private static JsonNode value(JsonNode document, JsonNode given, String name, int depth) {
        JsonNode schema = resolved(document, given);
        for (String choice : Set.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return value(document, schema.path(choice).path(0), name, depth);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (typeOf(schema)) {
            case "object" -> object(document, schema, depth);
            case "array" -> NODES.arrayNode().add(value(document, schema.path("items"), name, depth + 1));
            case "integer", "number" ->
                NODES.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.textNode(text(schema, name));
        };
    }

    /** Other optional fields stay out, because less can be wrong with what isn't there; but a number or a yes may have no way to be none. */
    private static ObjectNode object(JsonNode document, JsonNode schema, int depth) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        ObjectNode body = NODES.objectNode();
        schema.path("properties").properties().forEach(field -> {
            String type = typeOf(resolved(document, field.getValue()));
            boolean isNeeded = required.contains(field.getKey())
                    || ASKED_FOR.contains(field.getKey())
                    || type.equals("boolean")
                    || type.equals("integer");
            if (isNeeded && depth < 8) {
                body.set(field.getKey(), value(document, field.getValue(), field.getKey(), depth + 1));
            }
        });
        return body;
    }

    private static String text(JsonNode schema, String name) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-10-01";
            case "date-time" -> "2026-10-01T08:00:00Z";
            case "duration" -> "P1D";
            default ->
                BY_NAME.getOrDefault(
                        name, "words".repeat(1 + schema.path("minLength").asInt() / 5));
        };
    }

    /** OpenAPI 3.1 says {@code ["string", "null"]} for what may be missing. */
    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
