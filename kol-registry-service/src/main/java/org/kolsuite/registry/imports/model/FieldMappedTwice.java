package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Two columns are mapped to a field that an account has once. */
public final class FieldMappedTwice extends Rejection {
    public FieldMappedTwice(Field field) {
        super(Kind.INVALID, "Two columns are mapped to " + field.code() + "; choose one.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
