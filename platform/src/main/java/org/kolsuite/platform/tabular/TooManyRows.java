package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The table has more rows than the limit; thrown while the rows are read. */
public final class TooManyRows extends Rejection {
    public TooManyRows(String name, int maxRows) {
        super(Kind.INVALID, "\"" + name + "\" has more than " + maxRows + " rows. Split it.");
    }
}
