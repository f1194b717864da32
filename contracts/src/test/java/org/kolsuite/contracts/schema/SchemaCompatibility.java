package org.kolsuite.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new schema breaks for those who rely on the old one. Consumers read old records with new code (a retained topic is
 * read from its beginning) and new records with old code (services are not deployed in one instant), so a property may be
 * added when it is optional, and nothing else may change.
 */
final class SchemaCompatibility {
    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new TreeSet<>();

    private SchemaCompatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** One sentence per break; empty when the change is compatible. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        SchemaCompatibility comparison = new SchemaCompatibility(before, after);
        comparison.compare("", before, after);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JsonNode oldNode, JsonNode newNode) {
        JsonNode old = resolved(before, oldNode);
        JsonNode now = resolved(after, newNode);
        boolean seen = oldNode.has("$ref")
                && !compared.add(oldNode.path("$ref").asText() + "→"
                        + newNode.path("$ref").asText());
        if (seen) {
            return;
        }
        if (!types(old).equals(types(now))) {
            breaks.add(at(path) + " changed its type from " + types(old) + " to " + types(now));
        } else if (!old.path("format").equals(now.path("format"))) {
            breaks.add(at(path) + " changed its format from " + old.path("format") + " to " + now.path("format"));
        }
        compareEnums(path, old, now);
        compareProperties(path, old, now);
        if (old.has("items") && now.has("items")) {
            compare(path + "[]", old.get("items"), now.get("items"));
        }
    }

    private void compareEnums(String path, JsonNode old, JsonNode now) {
        Set<String> gone = values(old.path("enum"));
        gone.removeAll(values(now.path("enum")));
        if (now.has("enum") && !gone.isEmpty()) {
            breaks.add(at(path) + " lost the values " + gone);
        }
        if (now.has("enum") && !old.has("enum")) {
            breaks.add(at(path) + " was narrowed to " + values(now.path("enum")));
        }
    }

    private void compareProperties(String path, JsonNode old, JsonNode now) {
        Set<String> oldRequired = values(old.path("required"));
        Set<String> nowRequired = values(now.path("required"));
        old.path("properties").fieldNames().forEachRemaining(name -> {
            String property = path + "/" + name;
            if (!now.path("properties").has(name)) {
                breaks.add(at(property) + " was removed or renamed");
                return;
            }
            compare(
                    property,
                    old.path("properties").get(name),
                    now.path("properties").get(name));
            if (oldRequired.contains(name) && !nowRequired.contains(name)) {
                breaks.add(at(property) + " is no longer always there");
            }
        });
        nowRequired.stream()
                .filter(name -> !oldRequired.contains(name))
                .forEach(name -> breaks.add(at(path + "/" + name) + " is newly required"));
    }

    /** Follows references; a nullable reference stands as one branch of {@code anyOf}. */
    private static JsonNode resolved(JsonNode root, JsonNode node) {
        JsonNode current = node;
        while (true) {
            if (current.has("$ref")) {
                current = root.at(current.get("$ref").asText().substring(1));
            } else if (current.has("anyOf")) {
                JsonNode branch = current;
                for (JsonNode candidate : current.get("anyOf")) {
                    branch = candidate.path("type").asText().equals("null") ? branch : candidate;
                }
                current = branch;
            } else {
                return current;
            }
        }
    }

    /** Whether null is allowed shows in {@code required}; it is no type of its own. */
    private static Set<String> types(JsonNode node) {
        JsonNode type = node.path("type");
        Set<String> types = type.isTextual() ? new TreeSet<>(Set.of(type.asText())) : values(type);
        types.remove("null");
        return types;
    }

    private static Set<String> values(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String at(String path) {
        return path.isEmpty() ? "/" : path;
    }
}
