package org.kolsuite.platform.paging;

import org.kolsuite.contracts.problem.Rejection;

/** The version in If-Match is no longer the present one. */
public final class StaleVersion extends Rejection {
    public StaleVersion(long present) {
        super(
                Kind.STALE,
                present < 0
                        ? "If-Match is not an ETag that was given out here."
                        : "Somebody else has changed this since you read it; the present version is " + present + ".");
    }
}
