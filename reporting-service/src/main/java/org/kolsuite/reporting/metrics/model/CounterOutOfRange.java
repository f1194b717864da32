package org.kolsuite.reporting.metrics.model;

import org.kolsuite.contracts.problem.Rejection;

/** A counter below zero, or beyond any platform's. */
public final class CounterOutOfRange extends Rejection {
    private final String field;

    public CounterOutOfRange(String field) {
        super(Kind.INVALID, "A counter is between 0 and 1,000,000,000,000.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
