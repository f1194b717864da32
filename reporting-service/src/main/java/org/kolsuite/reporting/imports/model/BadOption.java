package org.kolsuite.reporting.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** A field of the upload's form that can't be read or makes no sense. */
public final class BadOption extends Rejection {
    private final String field;

    public BadOption(String field, String detail) {
        super(Kind.INVALID, detail);
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
