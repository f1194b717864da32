package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be made.
 *
 * @param format in the platform's words, for example "note with images" or "video 21-60 s"
 * @param dueAt when it must be live, or null for no deadline
 */
public record Deliverable(
        String format, int quantity, @Nullable Instant dueAt) {}
