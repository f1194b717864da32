package org.kolsuite.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.contracts.event.Topics;

class LocalKafkaTest {
    @TempDir
    Path folder;

    @Test
    void aRecordOutlivesAKillAndTopicsAreRetainedOrCompactedByTheirKind() throws Exception {
        // Given
        LocalKafka first = start();
        KafkaTopics.create(first.bootstrap(), List.of("payment"));
        send(first, Topics.FEE_EVENTS, "paid");

        // When
        first.kill();

        // Then
        try (LocalKafka second = start()) {
            KafkaTopics.create(second.bootstrap(), List.of("payment"));
            assertThat(read(second, Topics.FEE_EVENTS)).containsExactly("paid");
            assertThat(setting(second, Topics.FEE_EVENTS, TopicConfig.CLEANUP_POLICY_CONFIG))
                    .isEqualTo("delete");
            assertThat(setting(second, Topics.FEE_EVENTS, TopicConfig.RETENTION_MS_CONFIG))
                    .isEqualTo("-1");
            assertThat(setting(second, Topics.KOL_STATE, TopicConfig.CLEANUP_POLICY_CONFIG))
                    .isEqualTo("compact");
            assertThatThrownBy(() -> setting(second, "payment.misspelt", TopicConfig.CLEANUP_POLICY_CONFIG))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private LocalKafka start() {
        List<Integer> ports = Ports.free(2);
        return LocalKafka.start(
                folder.resolve("kafka"),
                ports.get(0),
                ports.get(1),
                folder.resolve("kafka.log"),
                LocalKafka.UnknownTopics.REFUSED);
    }

    private static void send(LocalKafka kafka, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(LocalKafka kafka, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            List<String> values = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
            return values;
        }
    }

    private static String setting(LocalKafka kafka, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .get(name)
                    .value();
        }
    }
}
