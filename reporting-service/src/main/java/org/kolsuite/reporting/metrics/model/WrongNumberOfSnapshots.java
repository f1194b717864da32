package org.kolsuite.reporting.metrics.model;

import org.kolsuite.contracts.problem.Rejection;

/** A request with no snapshot, or with more than one request takes. */
public final class WrongNumberOfSnapshots extends Rejection {
    private final String field;

    public WrongNumberOfSnapshots(int most) {
        super(Kind.INVALID, "Send between 1 and " + most + " snapshots at once.");
        this.field = "snapshots";
    }

    @Override
    public String field() {
        return field;
    }
}
