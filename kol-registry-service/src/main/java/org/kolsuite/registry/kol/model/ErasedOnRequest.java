package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** The person behind this account asked to be erased. */
public final class ErasedOnRequest extends Rejection {
    public ErasedOnRequest() {
        super(Kind.CONFLICT, "The person behind this account asked to be erased, so it is not recorded again.");
    }

    @Override
    public String field() {
        return "handle";
    }
}
