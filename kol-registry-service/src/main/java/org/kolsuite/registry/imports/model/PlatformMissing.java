package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** An import must say which platform its accounts are on. */
public final class PlatformMissing extends Rejection {
    public PlatformMissing() {
        super(Kind.INVALID, "Say which platform the accounts of the file are on.");
    }

    @Override
    public String field() {
        return "platform";
    }
}
