package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** Another template has the name. */
public final class TemplateNameTaken extends Rejection {
    public TemplateNameTaken(String name) {
        super(Kind.CONFLICT, "There is a template named \"" + name + "\" already.");
    }

    @Override
    public String field() {
        return "name";
    }
}
