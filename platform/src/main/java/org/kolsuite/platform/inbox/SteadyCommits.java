package org.kolsuite.platform.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The connector's throttled commits, but for two things that they do around a rebalance or an outage of the broker:
 *
 * <ul>
 *   <li>They read off how far messages are handled, and tell the broker once the polling thread is free. A rebalance in between
 *       tells of what was handled by then; the earlier offset, told after it, would set the group back, also where another
 *       replica reads by now. Nothing would be lost, but a partition on which nothing more comes would seem to wait for ever
 *       (KolConsumerStands). Such a commit is left out: the messages come again, and have no effect.
 *   <li>For the first message of a partition they ask how far it was told, and the channel ends for good when the broker does not
 *       answer within a minute. Here the question is asked again until it does, and the channel waits.
 * </ul>
 */
@ApplicationScoped
@Identifier("steady")
class SteadyCommits implements KafkaCommitHandler.Factory {
    @Inject
    @Identifier(KafkaCommitHandler.Strategy.THROTTLED)
    KafkaCommitHandler.Factory throttled;

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return throttled.create(config, vertx, steady(consumer), reportFailure);
    }

    @SuppressWarnings("unchecked")
    static <K, V> KafkaConsumer<K, V> steady(KafkaConsumer<K, V> consumer) {
        return (KafkaConsumer<K, V>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "commit" -> commitUnlessLate(consumer, (Map<TopicPartition, OffsetAndMetadata>) arguments[0]);
                    case "committed" -> committedOnceAnswered(consumer, (TopicPartition[]) arguments[0]);
                    default -> {
                        try {
                            yield method.invoke(consumer, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }
                });
    }

    private static <K, V> Uni<Void> commitUnlessLate(
            KafkaConsumer<K, V> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        CompletionStage<ConsumerGroupMetadata> asked =
                consumer.consumerGroupMetadata().subscribeAsCompletionStage();
        return Uni.createFrom()
                .completionStage(asked)
                .chain(then -> consumer.runOnPollingThread(client -> {
                    if (client.groupMetadata().generationId() == then.generationId()) {
                        client.commitSync(offsets);
                    }
                }));
    }

    /** A consumer that is closed says so with another exception, and is not asked again. */
    private static Uni<Map<TopicPartition, OffsetAndMetadata>> committedOnceAnswered(
            KafkaConsumer<?, ?> consumer, TopicPartition... partitions) {
        return consumer.committed(partitions)
                .onFailure(KafkaException.class)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely();
    }
}
