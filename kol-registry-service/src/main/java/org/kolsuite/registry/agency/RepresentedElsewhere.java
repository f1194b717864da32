package org.kolsuite.registry.agency;

import org.kolsuite.contracts.problem.Rejection;

/** A KOL is on one roster at a time. */
public final class RepresentedElsewhere extends Rejection {
    public RepresentedElsewhere() {
        super(Kind.CONFLICT, "The KOL is on the roster of another agency. Take them off there first.");
    }

    @Override
    public String field() {
        return "kolId";
    }
}
