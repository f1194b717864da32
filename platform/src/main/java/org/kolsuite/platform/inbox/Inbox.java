package org.kolsuite.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kolsuite.platform.json.StorableText.storable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Handlers.Handler;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Lets each event have its effect once. For every record:
 *
 * <ol>
 *   <li>read the CloudEvents headers; what can't be read is a dead letter;
 *   <li>in one transaction of the event's tenant: insert the inbox row (already there: done), run the handler, commit;
 *   <li>a failure of the database or the network is tried again until it works, so the partition waits and keeps its
 *       order; who met somebody that inserted the same row looks again and finds it; any other failure makes a dead letter
 *       with its cause, and the partition moves on.
 * </ol>
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** A row can't be inserted by somebody else at the same moment again and again. */
    private static final int CLASHES = 3;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ObjectMapper json;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Instance<Consumers> consumers;

    private final Map<String, Handlers> known = new ConcurrentHashMap<>();

    /**
     * Handles one record; the returned Uni completes when the record may be acknowledged.
     *
     * @param consumer as {@link Consumers} names it
     */
    public Uni<Void> handle(String consumer, ConsumerRecord<String, byte[]> record) {
        return handle(consumer, record, handlersOf(consumer));
    }

    private Uni<Void> handle(String consumer, ConsumerRecord<String, byte[]> record, Handlers handlers) {
        return Uni.createFrom()
                .deferred(() -> dispatch(consumer, Incoming.of(record), handlers))
                .onFailure(Transient::isTransient)
                .invoke(failure -> LOG.warnf("%s waits, trying again: %s", consumer, failure.getMessage()))
                .onFailure(Transient::isTransient)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely()
                .onFailure(Transient::isClash)
                .retry()
                .atMost(CLASHES)
                .onFailure()
                .recoverWithUni(cause -> {
                    LOG.errorf("%s made a dead letter: %s", consumer, describe(cause));
                    return deadLetters.park(consumer, record, describe(cause));
                });
    }

    /**
     * Handles records in their order, neighbours of one tenant in one transaction, for a consumer that hears of hundreds a
     * second: the commit is what costs. When one of them fails, all of that transaction are handled one by one, each as by
     * {@link #handle}.
     */
    public Uni<Void> handleAll(String consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
        return handleAll(consumer, records, handlersOf(consumer));
    }

    Uni<Void> handleAll(String consumer, Iterable<ConsumerRecord<String, byte[]>> records, Handlers handlers) {
        return Multi.createFrom()
                .iterable(neighbours(records, handlers))
                .onItem()
                .transformToUniAndConcatenate(some -> some.size() == 1
                        ? handle(consumer, some.getFirst(), handlers)
                        : together(consumer, some, handlers)
                                .onFailure()
                                .recoverWithUni(failure -> oneByOne(consumer, some, handlers)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What can be read and is of the same tenant stays together; everything else stands alone. */
    private static List<List<ConsumerRecord<String, byte[]>>> neighbours(
            Iterable<ConsumerRecord<String, byte[]>> records, Handlers handlers) {
        List<List<ConsumerRecord<String, byte[]>>> groups = new ArrayList<>();
        Optional<UUID> before = Optional.empty();
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<UUID> tenant = tenantOfReadable(record, handlers);
            if (tenant.isEmpty() || !tenant.equals(before)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(record);
            before = tenant;
        }
        return groups;
    }

    private static Optional<UUID> tenantOfReadable(ConsumerRecord<String, byte[]> record, Handlers handlers) {
        try {
            Envelope envelope = Incoming.of(record).envelope();
            return handlers.forType(envelope.type()) == null ? Optional.empty() : Optional.of(envelope.tenant());
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    private Uni<Void> together(String consumer, List<ConsumerRecord<String, byte[]>> records, Handlers handlers) {
        return Uni.createFrom().deferred(() -> {
            List<Incoming> all = records.stream().map(Incoming::of).toList();
            UUID tenant = all.getFirst().envelope().tenant();
            return unitOfWork.as(
                    new Caller.System(tenant, consumer),
                    () -> news(consumer, all)
                            .chain(news -> Multi.createFrom()
                                    .iterable(news)
                                    .onItem()
                                    .transformToUniAndConcatenate(incoming -> {
                                        Envelope envelope = incoming.envelope();
                                        Handler<?> handler = Objects.requireNonNull(handlers.forType(envelope.type()));
                                        return run(handler, incoming.payload(), envelope);
                                    })
                                    .collect()
                                    .last()
                                    .replaceWithVoid()));
        });
    }

    private Uni<Void> oneByOne(String consumer, List<ConsumerRecord<String, byte[]>> records, Handlers handlers) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> handle(consumer, record, handlers))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Handles a parked message once more, by the same consumer. */
    Uni<Void> replay(String consumer, Incoming incoming) {
        return Uni.createFrom().deferred(() -> dispatch(consumer, incoming, handlersOf(consumer)));
    }

    /** @throws Unreadable when this version of the service has no such consumer any more */
    private Handlers handlersOf(String consumer) {
        return known.computeIfAbsent(
                consumer,
                name -> consumers.stream()
                        .map(some -> some.consumers().get(name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new Unreadable("no consumer named " + name + " runs here")));
    }

    private Uni<Void> dispatch(String consumer, Incoming incoming, Handlers handlers) {
        Envelope envelope = incoming.envelope();
        if (handlers.ignores(envelope.type())) {
            return Uni.createFrom().voidItem();
        }
        Handler<?> handler = handlers.forType(envelope.type());
        if (handler == null) {
            throw new Unreadable("unknown type " + envelope.type());
        }
        return unitOfWork.as(
                new Caller.System(envelope.tenant(), consumer),
                () -> firstTime(consumer, envelope.eventId())
                        .chain(first -> first
                                ? run(handler, incoming.payload(), envelope)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> firstTime(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing")
                        .setParameter("consumer", consumer)
                        .setParameter("event", eventId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Those that are here for the first time, each once, in their order; they are remembered with one statement. */
    private static Uni<List<Incoming>> news(String consumer, List<Incoming> all) {
        Map<UUID, Incoming> byId = new LinkedHashMap<>();
        all.forEach(incoming -> byId.putIfAbsent(incoming.envelope().eventId(), incoming));
        return Panache.getSession()
                .chain(session -> session.<UUID>createNativeQuery("""
                                with news as (
                                  insert into inbox (consumer, event_id)
                                  select :consumer, event from unnest(cast(:events as uuid[])) event
                                  on conflict do nothing returning event_id)
                                select event_id from news""")
                        .setParameter("consumer", consumer)
                        .setParameter("events", byId.keySet().toArray(UUID[]::new))
                        .getResultList())
                .map(news -> {
                    byId.keySet().retainAll(Set.copyOf(news));
                    return List.copyOf(byId.values());
                });
    }

    private <T> Uni<Void> run(Handler<T> handler, byte @Nullable [] payload, Envelope envelope) {
        return handler.handler().apply(read(handler.type(), payload), envelope);
    }

    @SuppressWarnings("NullAway") // a tombstone's handler is declared for Void
    private <T> T read(Class<T> type, byte @Nullable [] payload) {
        if (payload == null || type == Void.class) {
            return null;
        }
        try {
            // Consumers read what they know and let newer fields pass: producers only ever add (docs/adr/0003).
            return json.readerFor(type)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(payload);
        } catch (java.io.IOException poison) {
            throw new Unreadable("not a " + type.getSimpleName() + ": " + poison.getMessage());
        }
    }

    static String describe(Throwable cause) {
        return cause instanceof Rejection rejection
                ? rejection.code() + ": " + rejection.detail()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** A record as this service sees it, from Kafka or from the dead letters, which can keep all of it. */
    record Incoming(Map<String, String> headers, @Nullable String key, byte @Nullable [] payload) {
        static Incoming of(ConsumerRecord<String, byte[]> record) {
            Map<String, String> headers = new java.util.TreeMap<>();
            for (Header header : record.headers()) {
                if (header.value() != null) {
                    headers.put(storable(header.key()), storable(new String(header.value(), UTF_8)));
                }
            }
            return new Incoming(headers, record.key() == null ? null : storable(record.key()), record.value());
        }

        Envelope envelope() {
            try {
                int version = Integer.parseInt(headers.getOrDefault("ce_dataversion", "1"));
                if (version > Topics.VERSION) {
                    throw new Unreadable(header("ce_type") + " of version " + version
                            + ", and the newest known here is " + Topics.VERSION);
                }
                return new Envelope(
                        UUID.fromString(header("ce_id")),
                        header("ce_type"),
                        UUID.fromString(header("ce_tenant")),
                        header("ce_subject"),
                        Instant.parse(header("ce_time")));
            } catch (IllegalArgumentException | DateTimeParseException malformed) {
                throw new Unreadable("malformed CloudEvents headers: " + malformed.getMessage());
            }
        }

        private String header(String name) {
            String value = headers.get(name);
            if (value == null) {
                throw new Unreadable("no header " + name);
            }
            return value;
        }
    }

    /** A message that will never be understood, however often it is tried. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
