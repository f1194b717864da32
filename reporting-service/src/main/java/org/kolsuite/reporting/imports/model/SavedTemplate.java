package org.kolsuite.reporting.imports.model;

import java.util.Map;

/**
 * A mapping under a name.
 *
 * @param mapping column by field
 */
public record SavedTemplate(String name, Map<String, String> mapping) {
    private static final int NAME_CHARS = 80;

    /** @throws BadOption without a name or a mapping, or with too long a name */
    public SavedTemplate {
        boolean printable = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > NAME_CHARS || !printable) {
            throw new BadOption("name", "Give the template a name of at most " + NAME_CHARS + " characters.");
        }
        if (mapping.isEmpty() || mapping.size() > 50) {
            throw new BadOption("mapping", "A template maps between 1 and 50 fields.");
        }
        mapping = Map.copyOf(mapping);
    }
}
