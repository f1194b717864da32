package org.kolsuite.reporting.formula.model;

/** Which way a metric should go, so that a target can be compared with what happened. */
public enum Better {
    HIGHER,
    LOWER,
    /** Neither is success by itself, for example total cost. */
    NEITHER
}
