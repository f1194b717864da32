package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Somebody decided this conflict before. */
public final class ConflictDecidedAlready extends Rejection {
    public ConflictDecidedAlready() {
        super(Kind.CONFLICT, "This conflict has been decided already.");
    }
}
