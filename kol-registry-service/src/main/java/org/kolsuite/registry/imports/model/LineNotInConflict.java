package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** The decision names a line that is not one of the contradicting ones. */
public final class LineNotInConflict extends Rejection {
    public LineNotInConflict(int line) {
        super(Kind.INVALID, "Line " + line + " is not one of the contradicting lines.");
    }

    @Override
    public String field() {
        return "line";
    }
}
