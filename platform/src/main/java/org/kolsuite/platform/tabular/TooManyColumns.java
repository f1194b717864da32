package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** A row has more cells than the limit; thrown while the rows are read. */
public final class TooManyColumns extends Rejection {
    public TooManyColumns(String name, long line, int maxColumns) {
        super(Kind.INVALID, "Line " + line + " of \"" + name + "\" has more than " + maxColumns + " columns.");
    }
}
