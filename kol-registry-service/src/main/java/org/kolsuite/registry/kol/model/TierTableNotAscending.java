package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** A tier table must start at 0 followers, and no two tiers may share a code or a lower bound. */
public final class TierTableNotAscending extends Rejection {
    public TierTableNotAscending() {
        super(Kind.INVALID, "The first tier starts at 0 followers, and no two tiers share a code or a lower bound.");
    }

    @Override
    public String field() {
        return "tiers";
    }
}
