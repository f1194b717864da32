package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** A mapping names a column that the file doesn't have. */
public final class ColumnNotInFile extends Rejection {
    public ColumnNotInFile(int column) {
        super(Kind.INVALID, "The mapping names column " + column + ", which the file does not have.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
