package org.kolsuite.platform.paging;

import org.kolsuite.contracts.problem.Rejection;

/** An update without If-Match. */
public final class VersionRequired extends Rejection {
    public VersionRequired() {
        super(Kind.VERSION_REQUIRED, "Say which version you are changing: send If-Match with the ETag you read.");
    }
}
