package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** The record is linked to another sign-in. */
public final class LinkedToSomebodyElse extends Rejection {
    public LinkedToSomebodyElse() {
        super(Kind.CONFLICT, "This record is linked to another sign-in already. The organisation can clear that up.");
    }
}
