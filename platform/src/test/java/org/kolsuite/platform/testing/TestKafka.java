package org.kolsuite.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.json.StrictJson;

/** Kafka as the other services see it: publishes what they would, and reads what the service under test published. */
public final class TestKafka {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new StrictJson().customize(JSON);
    }

    private TestKafka() {}

    /** Publishes an event of another service; the id it was given, to publish it again. */
    public static UUID publish(UUID tenant, Event event) {
        UUID id = Ids.next();
        publish(tenant, id, event);
        return id;
    }

    public static void publish(UUID tenant, UUID eventId, Event event) {
        send(
                event.topic(),
                event.aggregateId().toString(),
                write(event),
                Map.of(
                        "ce_id", eventId.toString(),
                        "ce_type", event.getClass().getSimpleName(),
                        "ce_tenant", tenant.toString(),
                        "ce_subject", event.aggregateId().toString(),
                        "ce_time", event.happenedAt().toString()));
    }

    public static void publish(UUID tenant, State state) {
        send(
                state.topic(),
                state.aggregateId().toString(),
                write(state),
                Map.of(
                        "ce_id", Ids.next().toString(),
                        "ce_type", state.getClass().getSimpleName(),
                        "ce_tenant", tenant.toString(),
                        "ce_subject", state.aggregateId().toString(),
                        "ce_time", Instant.EPOCH.toString()));
    }

    public static void publishTombstone(UUID tenant, String stateTopic, UUID aggregateId) {
        send(
                stateTopic,
                aggregateId.toString(),
                null,
                Map.of(
                        "ce_id", Ids.next().toString(),
                        "ce_type", "Tombstone",
                        "ce_tenant", tenant.toString(),
                        "ce_subject", aggregateId.toString(),
                        "ce_time", Instant.EPOCH.toString()));
    }

    /** Sends anything, also poison. */
    public static void send(String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
        ProducerRecord<String, String> record = new ProducerRecord<>(prefix() + topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A second replica of a service joins its consumer group, takes some of the partitions, handles nothing of them, and leaves
     * when it is closed: the group is rebalanced twice.
     */
    public static KafkaConsumer<String, String> joinAsReplica(String service, String topic) {
        KafkaConsumer<String, String> replica = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "group.id",
                        prefix() + service,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        replica.subscribe(List.of(prefix() + topic));
        return replica;
    }

    /** One message as it stands on the topic. */
    public record Received(
            String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        public <T> T as(Class<T> contract) {
            try {
                return JSON.readValue(value, contract);
            } catch (java.io.IOException failure) {
                throw new AssertionError("not a " + contract.getSimpleName() + ": " + value, failure);
            }
        }
    }

    /** Everything on a topic so far, in order of partition and offset. */
    public static List<Received> everythingOn(String topic) {
        String name = prefix() + topic;
        List<Received> all = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    all.add(received(record));
                }
            }
        }
        return all;
    }

    private static Received received(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new java.util.TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return new Received(record.topic(), record.key(), record.value(), headers);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String bootstrap() {
        return System.getProperty("kol.test.kafka");
    }

    private static String prefix() {
        return System.getProperty("kol.test.prefix");
    }
}
