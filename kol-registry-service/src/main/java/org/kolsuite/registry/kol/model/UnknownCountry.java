package org.kolsuite.registry.kol.model;

import org.kolsuite.contracts.problem.Rejection;

/** Not a country of ISO 3166-1. */
public final class UnknownCountry extends Rejection {
    public UnknownCountry(String country) {
        super(Kind.INVALID, "\"" + country + "\" is not a country code such as CN or US.");
    }

    @Override
    public String field() {
        return "country";
    }
}
