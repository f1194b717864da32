package org.kolsuite.contracts.kol;

import java.time.Instant;
import java.util.UUID;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.Topics;

/**
 * A person confirmed: this KOL record is me. From now on the sign-in sees the rows of that record.
 *
 * @param subject the sign-in's subject in Keycloak
 */
public record KolLinked(UUID kolId, String subject, Instant happenedAt) implements Event {
    @Override
    public UUID aggregateId() {
        return kolId;
    }

    @Override
    public String topic() {
        return Topics.KOL_EVENTS;
    }
}
