package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The content is neither CSV nor XLSX, whatever the name says. */
public final class UnsupportedFile extends Rejection {
    public UnsupportedFile(String name, String found) {
        super(Kind.UNSUPPORTED_TYPE, "\"" + name + "\" can't be read: it is " + found + ". Upload a CSV or XLSX file.");
    }
}
