package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** Nothing can be done with a record whose personal data is gone. */
public final class KolErasedAlready extends Rejection {
    public KolErasedAlready() {
        super(Kind.CONFLICT, "The personal data of this KOL was erased on request; the record can no longer be used.");
    }
}
