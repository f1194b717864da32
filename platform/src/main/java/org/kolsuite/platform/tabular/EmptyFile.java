package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The file holds no characters, or blank lines only. */
public final class EmptyFile extends Rejection {
    public EmptyFile(String name) {
        super(Kind.INVALID, "\"" + name + "\" is empty.");
    }
}
