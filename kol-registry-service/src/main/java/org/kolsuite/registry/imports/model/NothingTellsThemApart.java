package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Accounts with one handle can only be kept apart when their display names differ. */
public final class NothingTellsThemApart extends Rejection {
    public NothingTellsThemApart() {
        super(
                Kind.CONFLICT,
                "The lines carry the same display name, so the next snapshot could not tell the accounts apart. Keep one line or none.");
    }

    @Override
    public String field() {
        return "decision";
    }
}
