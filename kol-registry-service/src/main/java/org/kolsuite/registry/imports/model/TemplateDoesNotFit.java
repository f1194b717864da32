package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** None of the identity columns that the template names stands in the file. */
public final class TemplateDoesNotFit extends Rejection {
    public TemplateDoesNotFit(String header) {
        super(Kind.INVALID, "The file has no column \"" + header + "\" that the template maps.");
    }

    @Override
    public String field() {
        return "templateId";
    }
}
