package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Without a handle or the platform's own id nothing says whom a line is about. */
public final class NoIdentityMapped extends Rejection {
    public NoIdentityMapped() {
        super(Kind.INVALID, "Map a column to handle or to platformUid: nothing else says whom a line is about.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
