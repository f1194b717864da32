package org.kolsuite.e2e.wild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one side has been shown: values by the name of their field, ids by the address below which they stand, versions by the address
 * of what has them. Requests made of such values get further than invented ones.
 */
final class KnownValues {
    private static final int MOST_PER_NAME = 60;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Map<String, List<JsonNode>> byName = new ConcurrentHashMap<>();
    private final Map<String, List<String>> idsBelow = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private final Set<String> shownIds = ConcurrentHashMap.newKeySet();

    /**
     * @param template the address with its parameters in braces
     * @param address with the ids filled in
     */
    void learn(String template, String address, JsonNode answer, @Nullable String etag) {
        String path = address.split("\\?", 2)[0];
        if (etag != null) {
            versions.put(path, etag);
        }
        learn(template, answer);
        shownIds.addAll(idsIn(answer.toString()));
    }

    private void learn(String template, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> learn(template, each));
        }
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                learn(template, value);
            } else if (!value.isNull() && value.asText().length() < 300) {
                remember(byName, field.getKey(), value);
                if (field.getKey().equals("id")) {
                    remember(idsBelow, template, value.asText());
                    remember(byName, singular(template) + "Id", value);
                }
            }
        });
    }

    private static <T> void remember(Map<String, List<T>> memory, String name, T value) {
        List<T> values = memory.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
        if (values.size() < MOST_PER_NAME && !values.contains(value)) {
            values.add(value);
        }
    }

    /** {@code /api/v1/campaigns} names a campaign. */
    private static String singular(String template) {
        String last = template.replaceAll("/\\{[^}]+}", "").replaceAll(".*/", "");
        return last.endsWith("ies")
                ? last.substring(0, last.length() - 3) + "y"
                : last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }

    @Nullable
    JsonNode named(String name, Random random) {
        return anyOf(byName.get(name), random);
    }

    /** An id of something that stands below the address, as its list or another answer has named it. */
    @Nullable
    String idBelow(String template, Random random) {
        String id = anyOf(idsBelow.get(template), random);
        JsonNode named = id == null ? named(singular(template) + "Id", random) : null;
        return named == null ? id : named.asText();
    }

    /** The version of the nearest thing that the address lies within. */
    @Nullable
    String versionOf(String address) {
        for (String path = address; path.contains("/"); path = path.substring(0, path.lastIndexOf('/'))) {
            String version = versions.get(path);
            if (version != null) {
                return version;
            }
        }
        return null;
    }

    private static <T> @Nullable T anyOf(@Nullable List<T> values, Random random) {
        return values == null || values.isEmpty() ? null : values.get(random.nextInt(values.size()));
    }

    Set<String> shownIds() {
        return shownIds;
    }

    static Set<String> idsIn(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = UUID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    /** How much is known, by kind, for the report. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        sizes.put("names", byName.size());
        sizes.put("addresses with ids", idsBelow.size());
        sizes.put("versions", versions.size());
        return sizes;
    }
}
