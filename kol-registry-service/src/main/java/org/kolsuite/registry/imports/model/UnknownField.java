package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** A mapping names a field that doesn't exist. */
public final class UnknownField extends Rejection {
    public UnknownField(String code) {
        super(Kind.INVALID, "There is no field " + code + " that a column could be mapped to.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
