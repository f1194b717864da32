package org.kolsuite.registry.imports.model;

/** {@code QUEUED -> RUNNING -> COMPLETED}, or {@code REFUSED} (all or nothing, and not all), or {@code FAILED}. */
public enum ImportState {
    QUEUED,
    RUNNING,
    COMPLETED,
    REFUSED,
    FAILED
}
