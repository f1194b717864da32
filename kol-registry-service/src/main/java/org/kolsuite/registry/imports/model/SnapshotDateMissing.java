package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** An import must say when its numbers were taken. */
public final class SnapshotDateMissing extends Rejection {
    public SnapshotDateMissing() {
        super(Kind.INVALID, "Say on which day the numbers of the file were taken.");
    }

    @Override
    public String field() {
        return "snapshotDate";
    }
}
