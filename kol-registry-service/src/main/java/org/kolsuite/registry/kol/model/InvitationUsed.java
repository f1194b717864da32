package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** Somebody used the invitation before. */
public final class InvitationUsed extends Rejection {
    public InvitationUsed() {
        super(Kind.CONFLICT, "This invitation was used already.");
    }

    @Override
    public String field() {
        return "token";
    }
}
