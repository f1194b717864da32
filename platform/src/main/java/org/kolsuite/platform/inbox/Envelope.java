package org.kolsuite.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/** What a CloudEvent says about itself beside its content. */
public record Envelope(UUID eventId, String type, UUID tenant, String subject, Instant time) {}
