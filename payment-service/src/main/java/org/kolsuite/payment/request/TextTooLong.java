package org.kolsuite.payment.request;

import org.kolsuite.contracts.problem.Rejection;

/** A text is longer than its field allows. */
public final class TextTooLong extends Rejection {
    private final String field;

    public TextTooLong(String field, int longest) {
        super(Kind.INVALID, "The field " + field + " has at most " + longest + " characters.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
