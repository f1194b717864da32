package org.kolsuite.reporting.links.application;

import org.kolsuite.contracts.problem.Rejection;

/** A slug that nobody issued. */
public final class UnknownLink extends Rejection {
    public UnknownLink() {
        super(Kind.NOT_FOUND, "There is no such link.");
    }
}
