package org.kolsuite.reporting.orders.model;

/** Which orders a list shows. */
public enum OrderFilter {
    ALL,
    ATTRIBUTED,
    UNATTRIBUTED,
    FLAGGED
}
