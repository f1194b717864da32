package org.kolsuite.reporting.report.rest;

import org.kolsuite.contracts.problem.Rejection;

/** A report is asked for with something that it does not know. */
public final class UnknownReportOption extends Rejection {
    private final String field;

    public UnknownReportOption(String field, String detail) {
        super(Kind.INVALID, detail);
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
