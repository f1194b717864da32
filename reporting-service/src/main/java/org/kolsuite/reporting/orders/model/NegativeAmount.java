package org.kolsuite.reporting.orders.model;

import org.kolsuite.contracts.problem.Rejection;

/** An amount below zero where only zero or more makes sense. */
public final class NegativeAmount extends Rejection {
    private final String field;

    public NegativeAmount(String field) {
        super(Kind.INVALID, "The amount in \"" + field + "\" is below zero.");
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
