package org.kolsuite.reporting.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** The form has no part named "file". */
public final class FileMissing extends Rejection {
    public FileMissing() {
        super(Kind.INVALID, "Attach the file as the form's part \"file\".");
    }

    @Override
    public String field() {
        return "file";
    }
}
