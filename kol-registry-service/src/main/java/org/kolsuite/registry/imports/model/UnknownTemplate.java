package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** The id of a template is a UUID. */
public final class UnknownTemplate extends Rejection {
    public UnknownTemplate() {
        super(Kind.INVALID, "The template id is malformed.");
    }

    @Override
    public String field() {
        return "templateId";
    }
}
