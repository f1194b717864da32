package org.kolsuite.registry.imports.model;

/** What happens to good lines when there are bad ones. */
public enum ImportMode {
    KEEP_GOOD,
    ALL_OR_NOTHING
}
