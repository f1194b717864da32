package org.kolsuite.platform.tabular;

import java.util.Arrays;
import java.util.List;

/**
 * A field that an import can fill.
 *
 * @param key the field's name in the API, such as {@code followers}
 * @param shape what its cells look like
 * @param required whether an import without it makes no sense
 * @param synonyms headers it goes by, in English and Chinese, the best first
 */
public record TargetField(String key, Shape shape, boolean required, List<String> synonyms) {
    public TargetField {
        synonyms = List.copyOf(synonyms);
    }

    public static TargetField required(String key, Shape shape, String... synonyms) {
        return new TargetField(key, shape, true, Arrays.asList(synonyms));
    }

    public static TargetField optional(String key, Shape shape, String... synonyms) {
        return new TargetField(key, shape, false, Arrays.asList(synonyms));
    }

    /** What the cells of a field look like; a column whose cells don't is no candidate. */
    public enum Shape {
        TEXT,
        /** An account's handle: no blanks, as in {@code khaby.lame}. */
        HANDLE,
        /** A whole number of followers, views, pieces. */
        COUNT,
        /** An amount or a rate. */
        DECIMAL,
        DATE,
        URL
    }
}
