package org.kolsuite.reporting.metrics.model;

import org.kolsuite.contracts.problem.Rejection;

/** A snapshot without a single counter. */
public final class NoCounters extends Rejection {
    private final String field;

    public NoCounters(String field) {
        super(Kind.INVALID, "The snapshot has no counter at all.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
