package org.kolsuite.reporting.imports.model;

import java.util.List;
import org.kolsuite.contracts.problem.Rejection;

/** A field that the import can't do without has no column. */
public final class FieldNotMapped extends Rejection {
    public FieldNotMapped(List<String> fields) {
        super(Kind.INVALID, "No column is given for " + String.join(", ", fields) + ".");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
