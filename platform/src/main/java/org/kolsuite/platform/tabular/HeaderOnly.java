package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The file ends with its header. */
public final class HeaderOnly extends Rejection {
    public HeaderOnly(String name) {
        super(Kind.INVALID, "\"" + name + "\" has a header and no row below it.");
    }
}
