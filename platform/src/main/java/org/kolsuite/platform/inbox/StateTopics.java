package org.kolsuite.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.event.State;

/**
 * Reads a compacted topic whole, from its beginning to where it ends now, without touching what the consumers have read: what
 * a projection is rebuilt from.
 */
@ApplicationScoped
public class StateTopics {
    private static final Logger LOG = Logger.getLogger(StateTopics.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kol.topics.prefix")
    Optional<String> prefix;

    /**
     * One organisation's aggregates.
     *
     * @param states the latest of each
     * @param erased those of which only a tombstone is left
     */
    public record Present<S>(List<S> states, Set<UUID> erased) {}

    /** The tenant's aggregates on the topic; completes on the context of the caller. */
    public <S extends State> Uni<Present<S>> read(String topic, Class<S> type, UUID tenant) {
        return vertx.executeBlocking(() -> readNow(prefix.orElse("") + topic, type, tenant), false);
    }

    private <S extends State> Present<S> readNow(String topic, Class<S> type, UUID tenant) {
        Map<UUID, S> states = new LinkedHashMap<>();
        Set<UUID> erased = new HashSet<>();
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
        try (var consumer =
                new KafkaConsumer<String, byte[]>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (isOf(record, tenant)) {
                        try {
                            UUID id = UUID.fromString(String.valueOf(record.key()));
                            if (record.value() == null) {
                                states.remove(id);
                                erased.add(id);
                            } else {
                                states.put(id, read(record.value(), type));
                            }
                        } catch (IOException | IllegalArgumentException poison) {
                            // Its consumer made a dead letter of it.
                            LOG.warnf("%s is not read at offset %d: %s", topic, record.offset(), poison.getMessage());
                        }
                    }
                }
            }
        }
        return new Present<>(List.copyOf(states.values()), erased);
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> record, UUID tenant) {
        Header header = record.headers().lastHeader("ce_tenant");
        return header != null && new String(header.value(), UTF_8).equals(tenant.toString());
    }

    private <S> S read(byte[] payload, Class<S> type) throws IOException {
        return json.readerFor(type)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(payload);
    }
}
