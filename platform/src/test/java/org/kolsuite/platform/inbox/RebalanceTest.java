package org.kolsuite.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** What a second replica does to the events that the first is working on. */
@QuarkusTest
@WithTestResource(KolStack.class)
class RebalanceTest {
    private static final int EVENTS = 120;

    @Inject
    KafkaClientService clients;

    @Test
    void e09_aRebalanceInTheMiddleOfABatchLosesAndDoublesNothing() {
        // Given
        UUID tenant = Ids.next();
        List<String> expected = IntStream.range(0, EVENTS)
                .mapToObj(number -> "linked no " + number)
                .toList();

        // When: a replica comes while the events do, takes partitions, and goes without having handled anything
        publish(tenant, 0, EVENTS / 3);
        try (var replica = TestKafka.joinAsReplica("platform", Topics.KOL_EVENTS)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                replica.poll(Duration.ofMillis(100));
                return !replica.assignment().isEmpty();
            });
            publish(tenant, EVENTS / 3, 2 * EVENTS / 3);
        }
        publish(tenant, 2 * EVENTS / 3, EVENTS);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notes(tenant)).containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void e09_whatWasHandledBeforeARebalanceIsNotToldAfterIt() {
        // Given
        UUID tenant = Ids.next();
        publish(tenant, 0, 1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notes(tenant)).hasSize(1));
        KafkaConsumer<String, byte[]> consumer = clients.getConsumer("kol-events");
        TopicPartition partition = await().atMost(Duration.ofSeconds(60))
                .until(() -> toldToTheEnd(consumer).orElse(null), Objects::nonNull);
        OffsetAndMetadata told = Objects.requireNonNull(committed(consumer).get(partition));
        Map<TopicPartition, OffsetAndMetadata> earlier = Map.of(partition, new OffsetAndMetadata(told.offset() - 1));

        // When: a commit waits for the polling thread while the group rebalances
        Uni<Void> late = SteadyCommits.steady(consumer).commit(earlier);
        try (var replica = TestKafka.joinAsReplica("platform", Topics.KOL_EVENTS)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                replica.poll(Duration.ofMillis(100));
                return !replica.assignment().isEmpty();
            });
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> consumer.getAssignments().await().indefinitely().contains(partition));
        late.await().indefinitely();

        // Then
        assertThat(committed(consumer)).containsEntry(partition, told);

        // When: none does
        SteadyCommits.steady(consumer).commit(earlier).await().indefinitely();

        // Then
        assertThat(committed(consumer).get(partition))
                .extracting(OffsetAndMetadata::offset)
                .isEqualTo(told.offset() - 1);
    }

    /** A partition of which nothing more will be told: the broker has nothing after what it was told last. */
    private static Optional<TopicPartition> toldToTheEnd(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.runOnPollingThread(client -> {
                    return client.endOffsets(client.assignment());
                })
                .await()
                .indefinitely();
        return committed(consumer).entrySet().stream()
                .filter(told ->
                        Objects.equals(ends.get(told.getKey()), told.getValue().offset()))
                .map(Map.Entry::getKey)
                .findAny();
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(KafkaConsumer<String, byte[]> consumer) {
        Set<TopicPartition> own = consumer.getAssignments().await().indefinitely();
        Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>(
                consumer.committed(own.toArray(TopicPartition[]::new)).await().indefinitely());
        told.values().removeIf(Objects::isNull);
        return told;
    }

    private static void publish(UUID tenant, int from, int to) {
        for (int number = from; number < to; number++) {
            TestKafka.publish(tenant, new KolLinked(Ids.next(), "no " + number, Instant.EPOCH));
        }
    }

    private static List<String> notes(UUID tenant) {
        return given().auth()
                .oauth2(Tokens.memberOf(tenant, "mei", "brand-manager"))
                .get("/api/v1/notes")
                .jsonPath()
                .getList("text", String.class);
    }
}
