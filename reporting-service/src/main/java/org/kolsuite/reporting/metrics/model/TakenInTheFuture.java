package org.kolsuite.reporting.metrics.model;

import org.kolsuite.contracts.problem.Rejection;

/** Counters of a time that has not come. */
public final class TakenInTheFuture extends Rejection {
    private final String field;

    public TakenInTheFuture(String field) {
        super(Kind.INVALID, "The counters were taken in the future.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
