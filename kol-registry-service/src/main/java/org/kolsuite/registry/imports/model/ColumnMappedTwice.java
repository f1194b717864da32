package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** One column is mapped to two fields. */
public final class ColumnMappedTwice extends Rejection {
    public ColumnMappedTwice(int column) {
        super(Kind.INVALID, "Column " + column + " is mapped more than once.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
