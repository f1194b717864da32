package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** An upload without a file. */
public final class FileMissing extends Rejection {
    public FileMissing() {
        super(Kind.INVALID, "Choose a CSV or XLSX file to import.");
    }

    @Override
    public String field() {
        return "file";
    }
}
