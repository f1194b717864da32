package org.kolsuite.reporting.imports.model;

/** What a file brings. */
public enum ImportKind {
    METRICS("metrics"),
    ORDERS("orders");

    private final String segment;

    ImportKind(String segment) {
        this.segment = segment;
    }

    /** Where its jobs are found. */
    public String path(java.util.UUID id) {
        return "/api/v1/" + segment + "/imports/" + id;
    }
}
