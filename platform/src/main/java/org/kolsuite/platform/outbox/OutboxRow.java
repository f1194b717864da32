package org.kolsuite.platform.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** One message waiting for the relay; columns as the Debezium event router expects them. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
    @Id
    UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    Long seq;

    @Column(name = "aggregatetype")
    String topic;

    @Column(name = "aggregateid")
    String key;

    String type;

    @Nullable
    String payload;

    @Column(name = "tenant_id", insertable = false, updatable = false)
    UUID tenant;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Nullable
    String traceparent;

    @Nullable
    @Column(name = "published_at")
    Instant publishedAt;

    protected OutboxRow() {}

    OutboxRow(
            UUID id,
            String topic,
            String key,
            String type,
            @Nullable String payload,
            Instant happenedAt,
            @Nullable String traceparent) {
        this.id = id;
        this.topic = topic;
        this.key = key;
        this.type = type;
        this.payload = payload;
        this.happenedAt = happenedAt;
        this.traceparent = traceparent;
    }
}
