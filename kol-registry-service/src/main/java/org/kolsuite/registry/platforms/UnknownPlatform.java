package org.kolsuite.registry.platforms;

import org.kolsuite.contracts.problem.Rejection;

/** Nobody has set up that platform. */
public final class UnknownPlatform extends Rejection {
    public UnknownPlatform(String code) {
        super(Kind.INVALID, "There is no platform \"" + code + "\" here.");
    }

    @Override
    public String field() {
        return "platform";
    }
}
