package org.kolsuite.campaign.collaboration.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which collaboration a command is for, and what comes with every command.
 *
 * @param ifMatch the version that was read; null only for the suite's own steps
 * @param at when it happened, for what is recorded later; null for now
 * @param reason in the actor's words
 */
public record Step(
        UUID id,
        @Nullable String ifMatch,
        @Nullable Instant at,
        @Nullable String reason) {}
