package org.kolsuite.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    private static final String FILLED = "kol.outbox.filled";

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

    /** Records several events with one statement, in their order. */
    public Uni<Void> appendEvents(List<? extends Event> events) {
        return insertAll(events.stream()
                .map(event -> row(
                        event.topic(),
                        event.aggregateId(),
                        event.getClass().getSimpleName(),
                        write(event),
                        event.happenedAt()))
                .toList());
    }

    /** Records the states of several aggregates with one statement, in their order. */
    public Uni<Void> appendStates(List<? extends State> states) {
        Instant now = clock.instant();
        return insertAll(states.stream()
                .map(state ->
                        row(state.topic(), state.aggregateId(), state.getClass().getSimpleName(), write(state), now))
                .toList());
    }

    /** Erases an aggregate's state from a compacted topic with a tombstone. */
    public Uni<Void> erase(String stateTopic, UUID aggregateId) {
        return insert(stateTopic, aggregateId, "Tombstone", null, clock.instant());
    }

    private Uni<Void> insert(
            String topic, UUID aggregateId, String type, @Nullable String payload, Instant happenedAt) {
        OutboxRow row = row(topic, aggregateId, type, payload, happenedAt);
        ContextLocals.put(FILLED, true);
        return Panache.getSession().chain((Mutiny.Session session) -> session.persist(row));
    }

    private static OutboxRow row(
            String topic, UUID aggregateId, String type, @Nullable String payload, Instant happenedAt) {
        return new OutboxRow(
                Ids.next(), topic, aggregateId.toString(), type, payload, happenedAt, currentTraceparent());
    }

    private static Uni<Void> insertAll(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ContextLocals.put(FILLED, true);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into outbox (id, aggregatetype, aggregateid, type, payload, happened_at, traceparent)
                                select id, topic, key, type, payload, at, cast(:trace as text)
                                from unnest(cast(:ids as uuid[]), cast(:topics as text[]), cast(:keys as text[]),
                                            cast(:types as text[]), cast(:payloads as text[]), cast(cast(:times as text[]) as timestamptz[]))
                                  as message(id, topic, key, type, payload, at)""")
                        .setParameter("ids", rows.stream().map(row -> row.id).toArray(UUID[]::new))
                        .setParameter("topics", texts(rows, row -> row.topic))
                        .setParameter("keys", texts(rows, row -> row.key))
                        .setParameter("types", texts(rows, row -> row.type))
                        .setParameter("payloads", texts(rows, row -> row.payload))
                        .setParameter("times", texts(rows, row -> row.happenedAt.toString()))
                        .setParameter("trace", rows.getFirst().traceparent)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static @Nullable String[] texts(List<OutboxRow> rows, Function<OutboxRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Whether the transaction that was just committed here left something to relay. Answers once. */
    static boolean wasFilled() {
        boolean filled = VertxContext.isOnDuplicatedContext() && ContextLocals.get(FILLED, false);
        if (filled) {
            ContextLocals.remove(FILLED);
        }
        return filled;
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
