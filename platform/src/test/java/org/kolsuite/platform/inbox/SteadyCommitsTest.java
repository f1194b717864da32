package org.kolsuite.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a rebalance does is in {@link RebalanceTest}, on a real broker. */
class SteadyCommitsTest {
    private static final TopicPartition PARTITION = new TopicPartition("kol-registry.kol.events.v1", 2);
    private static final Map<TopicPartition, OffsetAndMetadata> TOLD = Map.of(PARTITION, new OffsetAndMetadata(73));

    @Test
    void e04_howFarAPartitionWasToldIsAskedUntilTheBrokerAnswers() {
        // Given: it is away for two questions
        var consumer = answering(question -> {
            if (question < 2) {
                throw new TimeoutException("Timeout of 60000ms expired before the last committed offset was found");
            }
            return TOLD;
        });

        // When, Then
        assertThat(consumer.committed(PARTITION).await().atMost(Duration.ofSeconds(30)))
                .isEqualTo(TOLD);
    }

    @Test
    void aClosedConsumerIsNotAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        var consumer = answering(question -> {
            asked.incrementAndGet();
            throw new IllegalStateException("This consumer has already been closed.");
        });

        assertThatThrownBy(() -> consumer.committed(PARTITION).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
    }

    /** A steady consumer on one that answers this to the first question of how far it was told, the second, and so on. */
    @SuppressWarnings("unchecked")
    private static KafkaConsumer<String, byte[]> answering(IntFunction<Map<TopicPartition, OffsetAndMetadata>> answer) {
        AtomicInteger questions = new AtomicInteger();
        return SteadyCommits.steady((KafkaConsumer<String, byte[]>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("committed");
                    return Uni.createFrom().item(() -> answer.apply(questions.getAndIncrement()));
                }));
    }
}
