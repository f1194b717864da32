package org.kolsuite.registry.agency;

import org.kolsuite.contracts.problem.Rejection;

/** The agency is there already. */
public final class AgencyRegisteredAlready extends Rejection {
    public AgencyRegisteredAlready() {
        super(Kind.CONFLICT, "An agency with this id is registered already.");
    }

    @Override
    public String field() {
        return "id";
    }
}
