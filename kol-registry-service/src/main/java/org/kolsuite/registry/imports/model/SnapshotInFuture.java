package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** A snapshot can't be taken later than today. */
public final class SnapshotInFuture extends Rejection {
    public SnapshotInFuture() {
        super(Kind.INVALID, "The snapshot date lies in the future.");
    }

    @Override
    public String field() {
        return "snapshotDate";
    }
}
