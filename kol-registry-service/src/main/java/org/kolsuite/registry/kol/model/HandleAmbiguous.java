package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** Several accounts share the handle, and the name fits none of them. */
public final class HandleAmbiguous extends Rejection {
    public HandleAmbiguous(String handle) {
        super(
                Kind.CONFLICT,
                "Several accounts share the handle " + handle
                        + "; give the display name or the platform id of one of them.");
    }

    @Override
    public String field() {
        return "handle";
    }
}
