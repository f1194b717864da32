package org.kolsuite.platform.inbox;

import static org.kolsuite.platform.json.StorableText.storable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Inbox.Incoming;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Messages that could not be handled. They stand in a table, where the administrator of the tenant sees them with their
 * cause and replays them, and on the service's dead-letter topic for whoever watches Kafka. Replaying twice has one
 * effect, because the inbox still knows the event (CASES E6).
 */
@ApplicationScoped
public class DeadLetters {
    private static final String LETTERS =
            "select id, consumer, topic, type, record_key, cause, received_at, replayed_at from dead_letter";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ObjectMapper json;

    @Inject
    AuditTrail trail;

    @Inject
    jakarta.enterprise.inject.Instance<Inbox> inbox;

    @Inject
    @Channel("dead-letters")
    MutinyEmitter<Record<String, byte[]>> emitter;

    /** The message can't be handled now either. */
    public static final class CauseRemains extends Rejection {
        CauseRemains() {
            super(Kind.CONFLICT, "The message could not be handled this time either; the letter says why.");
        }
    }

    /** What the administrator sees of a parked message. */
    public record DeadLetter(
            UUID id,
            String consumer,
            String topic,
            @Nullable String type,
            @Nullable String key,
            String cause,
            Instant receivedAt,
            @Nullable Instant replayedAt) {}

    Uni<Void> park(String consumer, ConsumerRecord<String, byte[]> record, String cause) {
        Incoming incoming = Incoming.of(record);
        return unitOfWork
                .acrossTenants(() -> insert(consumer, record, incoming, cause))
                .onFailure(Transient::isTransient)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely()
                .chain(() -> announce(record, cause));
    }

    private Uni<Void> insert(String consumer, ConsumerRecord<String, byte[]> record, Incoming incoming, String cause) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into dead_letter (id, consumer, topic, partition, record_offset, record_key,
                                                         event_id, type, tenant_id, headers, payload, cause)
                                values (:id, :consumer, :topic, :partition, :offset, :key,
                                        :event, :type, cast(:tenant as uuid), :headers, :payload, :cause)
                                on conflict do nothing""")
                        .setParameter("id", Ids.next())
                        .setParameter("consumer", consumer)
                        .setParameter("topic", record.topic())
                        .setParameter("partition", record.partition())
                        .setParameter("offset", record.offset())
                        .setParameter("key", incoming.key())
                        .setParameter("event", incoming.headers().get("ce_id"))
                        .setParameter("type", incoming.headers().get("ce_type"))
                        .setParameter("tenant", uuidOrNull(incoming.headers().get("ce_tenant")))
                        .setParameter("headers", write(incoming.headers()))
                        .setParameter("payload", record.value())
                        .setParameter("cause", shortened(cause))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> announce(ConsumerRecord<String, byte[]> record, String cause) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add("dead-letter-cause", cause.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        headers.add("dead-letter-topic", record.topic().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return emitter.sendMessage(Message.of(
                        Record.of(record.key(), record.value()),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withHeaders(headers)
                                .build())))
                // The table is what counts; the topic is a courtesy that may wait for the broker.
                .onFailure()
                .recoverWithNull();
    }

    /** The tenant's dead letters, newest first. */
    public Uni<List<DeadLetter>> list(Caller caller) {
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        LETTERS + " order by received_at desc limit 200", Object[].class)
                                .getResultList())
                        .map(rows ->
                                rows.stream().map(DeadLetters::toDeadLetter).toList()));
    }

    /**
     * Handles a parked message again.
     *
     * @throws CauseRemains when it can't be handled now either; the letter then has the new cause
     */
    public Uni<Void> replay(Caller caller, UUID id) {
        return unitOfWork
                .as(
                        caller,
                        () -> Panache.getSession()
                                .chain(session -> session.createNativeQuery(
                                                "select consumer, headers, record_key, payload from dead_letter where id = :id",
                                                Object[].class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("dead letter", id))
                .chain(row -> inbox.get()
                        .replay((String) row[0], new Incoming(headers(row[1]), (String) row[2], (byte[]) row[3]))
                        .onFailure(failure -> !Transient.isTransient(failure))
                        .recoverWithUni(failure -> change(
                                        id,
                                        "update dead_letter set cause = :cause where id = :id",
                                        Map.of("cause", shortened(Inbox.describe(failure))))
                                .chain(() -> Uni.createFrom().failure(new CauseRemains()))))
                .chain(() -> change(id, "update dead_letter set replayed_at = now() where id = :id", Map.of()));
    }

    /** Removes a message that can never be handled; the audit trail keeps that it was there, and why it went. */
    public Uni<Void> discard(Caller.Member caller, UUID id, String reason) {
        return unitOfWork
                .as(
                        caller,
                        () -> Panache.getSession()
                                .chain(session -> session.createNativeQuery(LETTERS + " where id = :id", Object[].class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull())
                                .onItem()
                                .ifNull()
                                .failWith(() -> new UnknownId("dead letter", id))
                                .chain(row -> trail.record(
                                        caller,
                                        "discard-dead-letter",
                                        "dead-letter",
                                        id,
                                        reason,
                                        toDeadLetter(row),
                                        null)))
                .chain(() -> change(id, "delete from dead_letter where id = :id", Map.of()));
    }

    /** Changes a letter, which its tenant may only read. */
    private Uni<Void> change(UUID id, String sql, Map<String, ?> values) {
        return unitOfWork
                .acrossTenants(() -> Panache.getSession().chain(session -> {
                    var query = session.createNativeQuery(sql).setParameter("id", id);
                    values.forEach(query::setParameter);
                    return query.executeUpdate();
                }))
                .replaceWithVoid();
    }

    private static String shortened(String cause) {
        return storable(cause.substring(0, Math.min(cause.length(), 2000)));
    }

    private static DeadLetter toDeadLetter(Object[] row) {
        return new DeadLetter(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Columns.instant(row[6]),
                Columns.instantOrNull(row[7]));
    }

    private Map<String, String> headers(Object text) {
        try {
            return json.readValue((String) text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers were written by this class", impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers are strings", impossible);
        }
    }

    private static @Nullable String uuidOrNull(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text).toString();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
