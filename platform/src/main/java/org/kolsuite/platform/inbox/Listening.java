package org.kolsuite.platform.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Whether the broker answers this service's consumers, also while nobody has anything to say. */
@ApplicationScoped
public class Listening {
    /** Five heartbeats, as Kafka sends them. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    KafkaClientService clients;

    /** For how long the broker has not answered the consumer that it has neglected longest; empty while it answers all. */
    public Optional<Duration> silence() {
        return clients.getConsumerChannels().stream()
                .flatMap(channel -> clients.getConsumers(channel).stream())
                .map(Listening::sinceHeartbeat)
                .filter(since -> since.compareTo(PATIENCE) > 0)
                .max(Duration::compareTo);
    }

    /** Less than nothing for a consumer that has not joined its group yet. */
    private static Duration sinceHeartbeat(KafkaConsumer<?, ?> consumer) {
        return consumer.unwrap().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("last-heartbeat-seconds-ago"))
                .findAny()
                .map(metric -> Duration.ofSeconds(((Number) metric.getValue().metricValue()).longValue()))
                .orElse(Duration.ofSeconds(-1));
    }
}
