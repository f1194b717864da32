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
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The connector's throttled commits, without those that come too late. It reads off how far messages are handled, and tells the broker
 * once the polling thread is free. A rebalance in between tells of what was handled by then; the earlier offset, told after it, would set
 * the group back, also where another replica reads by now. Nothing would be lost, but a partition on which nothing more comes would seem
 * to wait for ever (KolConsumerStands).
 */
@ApplicationScoped
@Identifier(TimelyCommits.NAME)
class TimelyCommits implements KafkaCommitHandler.Factory {
    /** As {@code commit-strategy} calls it. */
    static final String NAME = "timely";

    @Inject
    @Identifier(KafkaCommitHandler.Strategy.THROTTLED)
    KafkaCommitHandler.Factory throttled;

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return throttled.create(config, vertx, timely(consumer), reportFailure);
    }

    /** The consumer, but that it commits nothing any more once its group has rebalanced since it was asked to. */
    @SuppressWarnings("unchecked")
    static <K, V> KafkaConsumer<K, V> timely(KafkaConsumer<K, V> consumer) {
        return (KafkaConsumer<K, V>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return commit(consumer, (Map<TopicPartition, OffsetAndMetadata>) arguments[0]);
                    }
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static <K, V> Uni<Void> commit(
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
}
