package org.kolsuite.contracts.kol;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;

/**
 * A KOL's personal data was erased on request (PIPL art. 47); everyone pseudonymises what they keep.
 */
public record KolErased(UUID kolId, Instant happenedAt) implements Event {
    @Override
    public UUID aggregateId() {
        return kolId;
    }

    @Override
    public String topic() {
        return Topics.KOL_EVENTS;
    }
}
