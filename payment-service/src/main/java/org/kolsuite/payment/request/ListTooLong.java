package org.kolsuite.payment.request;

import org.kolsuite.contracts.problem.Rejection;

/** A list has more elements than one request may carry. */
public final class ListTooLong extends Rejection {
    private final String field;

    public ListTooLong(String field, int most) {
        super(Kind.INVALID, "The list " + field + " has at most " + most + " elements.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
