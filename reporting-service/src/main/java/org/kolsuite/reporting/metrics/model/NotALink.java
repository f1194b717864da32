package org.kolsuite.reporting.metrics.model;

import org.kolsuite.contracts.problem.Rejection;

/** A post's address that is none. */
public final class NotALink extends Rejection {
    private final String field;

    public NotALink(String field) {
        super(Kind.INVALID, "This is not a web address.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
