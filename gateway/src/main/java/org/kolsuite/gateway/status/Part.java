package org.kolsuite.gateway.status;

import java.time.Instant;
import java.util.List;

/**
 * One part of the suite, as it was last seen.
 *
 * @param name of the service, or {@code keycloak}
 * @param state up, degraded (works, but something behind it doesn't) or down
 * @param since when it was first seen so
 * @param causes names of the checks that are not well, in the part's own words
 */
public record Part(String name, State state, Instant since, List<String> causes) {
    public Part {
        causes = List.copyOf(causes);
    }

    /** How well a part is. */
    public enum State {
        UNKNOWN,
        UP,
        DEGRADED,
        DOWN
    }

    /** The same part seen again: {@code since} stays while the state does. */
    Part seen(State now, Instant at, List<String> causes) {
        return new Part(name, now, now == state ? since : at, causes);
    }
}
