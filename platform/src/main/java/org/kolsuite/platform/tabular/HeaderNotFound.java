package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The given header line is blank or beyond the end of the file. */
public final class HeaderNotFound extends Rejection {
    public HeaderNotFound(String name, long line) {
        super(Kind.INVALID, "\"" + name + "\" has no header at line " + line + ".");
    }
}
