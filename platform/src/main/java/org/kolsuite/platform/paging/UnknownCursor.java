package org.kolsuite.platform.paging;

import org.kolsuite.contracts.problem.Rejection;

/** A cursor that this list did not give out. */
public final class UnknownCursor extends Rejection {
    public UnknownCursor() {
        super(Kind.MALFORMED, "The cursor was not given out by this list.");
    }
}
