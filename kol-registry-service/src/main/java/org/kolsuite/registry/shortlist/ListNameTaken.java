package org.kolsuite.registry.shortlist;

import org.kolsuite.contracts.problem.Rejection;

/** Another list has the name. */
public final class ListNameTaken extends Rejection {
    public ListNameTaken(String name) {
        super(Kind.CONFLICT, "There is a list named \"" + name + "\" already.");
    }

    @Override
    public String field() {
        return "name";
    }
}
