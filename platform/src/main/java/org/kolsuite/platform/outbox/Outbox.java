package org.kolsuite.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.id.Ids;

/**
 * Where a service says what happened. Call it inside the transaction of the effect: both are stored or neither is
 * (CASES E2). {@link OutboxRelay} publishes later; nobody else writes to Kafka.
 */
@ApplicationScoped
public class Outbox {
    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Records that something happened. */
    public Uni<Void> append(Event event) {
        return insert(
                event.topic(), event.aggregateId(), event.getClass().getSimpleName(), write(event), event.happenedAt());
    }

    /** Records the whole present state of an aggregate, for a compacted topic. */
    public Uni<Void> append(State state) {
        return insert(
                state.topic(), state.aggregateId(), state.getClass().getSimpleName(), write(state), clock.instant());
    }

    /** Records the states of many aggregates with one statement, for imports. */
    public Uni<Void> appendAll(List<? extends State> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into outbox (id, aggregatetype, aggregateid, type, payload, happened_at, traceparent)
                                select * from unnest(cast(:ids as uuid[]), cast(:topics as text[]), cast(:keys as text[]),
                                                     cast(:types as text[]), cast(:payloads as text[])),
                                              (select cast(:now as timestamptz), cast(:trace as text)) as common(at, trace)""")
                        .setParameter(
                                "ids", states.stream().map(s -> Ids.next()).toArray(UUID[]::new))
                        .setParameter(
                                "topics", states.stream().map(State::topic).toArray(String[]::new))
                        .setParameter(
                                "keys",
                                states.stream()
                                        .map(s -> s.aggregateId().toString())
                                        .toArray(String[]::new))
                        .setParameter(
                                "types",
                                states.stream()
                                        .map(s -> s.getClass().getSimpleName())
                                        .toArray(String[]::new))
                        .setParameter(
                                "payloads", states.stream().map(this::write).toArray(String[]::new))
                        .setParameter("now", now)
                        .setParameter("trace", currentTraceparent())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Erases an aggregate's state from a compacted topic with a tombstone. */
    public Uni<Void> erase(String stateTopic, UUID aggregateId) {
        return insert(stateTopic, aggregateId, "Tombstone", null, clock.instant());
    }

    private Uni<Void> insert(
            String topic, UUID aggregateId, String type, @Nullable String payload, Instant happenedAt) {
        OutboxRow row = new OutboxRow(
                Ids.next(), topic, aggregateId.toString(), type, payload, happenedAt, currentTraceparent());
        return Panache.getSession().chain((Mutiny.Session session) -> session.persist(row));
    }

    private String write(Object record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contract record must be writable", impossible);
        }
    }

    /** W3C trace context of the request that caused the event, so that the trace goes on behind Kafka. */
    private static @Nullable String currentTraceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
