package org.kolsuite.reporting.metrics.rest;

import org.kolsuite.contracts.problem.Rejection;

/** A snapshot that does not say of which collaboration or of which time it is. */
public final class SnapshotIncomplete extends Rejection {
    private final String field;

    public SnapshotIncomplete(String field) {
        super(Kind.INVALID, "A snapshot needs collaborationId and takenAt.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
