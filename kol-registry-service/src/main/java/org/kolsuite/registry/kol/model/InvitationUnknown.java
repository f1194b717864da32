package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** No invitation has this token. */
public final class InvitationUnknown extends Rejection {
    public InvitationUnknown() {
        super(Kind.NOT_FOUND, "There is no invitation with this token. Ask the organisation for a new one.");
    }

    @Override
    public String field() {
        return "token";
    }
}
