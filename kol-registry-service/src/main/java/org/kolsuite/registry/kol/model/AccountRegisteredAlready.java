package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** The account belongs to a KOL of this organisation already. */
public final class AccountRegisteredAlready extends Rejection {
    public AccountRegisteredAlready(String handle) {
        super(Kind.CONFLICT, "The account " + handle + " is registered already.");
    }

    @Override
    public String field() {
        return "handle";
    }
}
