package org.kolsuite.reporting.imports.model;

/** What becomes of the good lines when others are bad. */
public enum ImportMode {
    KEEP_GOOD_LINES,
    ALL_OR_NOTHING
}
