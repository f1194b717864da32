package org.kolsuite.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened. The record's simple name is the CloudEvents {@code type}; it is published to {@link
 * #topic()} under {@link #aggregateId()} as the key, so that one aggregate's events stay in order. Tenant, event id and
 * trace travel in the CloudEvents headers, not in the record.
 */
public interface Event {
    /** The aggregate the event is about; the Kafka key and the CloudEvents {@code subject}. */
    UUID aggregateId();

    /** When it happened in the world, which for imported history is earlier than when it was recorded. */
    Instant happenedAt();

    /** One of {@link Topics}. */
    String topic();
}
