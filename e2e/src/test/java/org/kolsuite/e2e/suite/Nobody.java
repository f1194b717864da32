package org.kolsuite.e2e.suite;

import java.util.Map;

/** A caller without any sign of who it is. */
public final class Nobody extends Caller {
    @Override
    protected Map<String, String> identity() {
        return Map.of();
    }
}
