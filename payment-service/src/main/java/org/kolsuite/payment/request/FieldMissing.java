package org.kolsuite.payment.request;

import org.kolsuite.contracts.problem.Rejection;

/** A field that must be there is not. */
public final class FieldMissing extends Rejection {
    private final String field;

    public FieldMissing(String field) {
        super(Kind.INVALID, "The field " + field + " is missing.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
