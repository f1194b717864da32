package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Imports keep the good lines, or take all or nothing. */
public final class UnknownMode extends Rejection {
    public UnknownMode(String mode) {
        super(Kind.INVALID, "\"" + mode + "\" is no way to import; choose keep-good or all-or-nothing.");
    }

    @Override
    public String field() {
        return "mode";
    }
}
