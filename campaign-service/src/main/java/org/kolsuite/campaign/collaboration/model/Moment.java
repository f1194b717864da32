package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a command.
 *
 * @param at when it happened in the world; for imported history earlier than {@code now}
 * @param now by the server's clock
 * @param zone of the campaign, in which days are counted
 * @param actor who
 * @param reason in the actor's words, or null
 */
public record Moment(
        Instant at,
        Instant now,
        ZoneId zone,
        Actor actor,
        @Nullable String reason) {
    public boolean hasReason() {
        return reason != null && !reason.isBlank();
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
