package org.kolsuite.registry.imports.model;

import org.kolsuite.contracts.problem.Rejection;

/** An import needs a mapping or a template. */
public final class MappingMissing extends Rejection {
    public MappingMissing() {
        super(Kind.INVALID, "Map the columns of the file, or name a template.");
    }

    @Override
    public String field() {
        return "mapping";
    }
}
