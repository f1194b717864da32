package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** The invitation came too late. */
public final class InvitationExpired extends Rejection {
    public InvitationExpired() {
        super(Kind.CONFLICT, "This invitation has expired. Ask the organisation for a new one.");
    }

    @Override
    public String field() {
        return "token";
    }
}
