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

    private final long began = System.nanoTime();

    @Inject
    KafkaClientService clients;

    /** For how long the broker has not answered the consumer that it has neglected longest; empty while it answers all. */
    public Optional<Duration> silence() {
        return clients.getConsumerChannels().stream()
                .flatMap(channel -> clients.getConsumers(channel).stream())
                .map(this::sinceHeartbeat)
                .filter(since -> since.compareTo(PATIENCE) > 0)
                .max(Duration::compareTo);
    }

    /** For a consumer that has never had one, since we first looked: then the broker was away when the service started. */
    private Duration sinceHeartbeat(KafkaConsumer<?, ?> consumer) {
        return consumer.unwrap().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("last-heartbeat-seconds-ago"))
                .map(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .filter(seconds -> seconds >= 0)
                .findAny()
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.ofNanos(System.nanoTime() - began));
    }
}
