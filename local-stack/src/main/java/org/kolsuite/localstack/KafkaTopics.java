package org.kolsuite.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.kolsuite.contracts.event.Topics;

/**
 * The suite's topics: events are retained for ever (projections are rebuilt from them), state is compacted to the last record of each
 * id, and every consuming service has its dead letters.
 */
public final class KafkaTopics {
    static final int PARTITIONS = 3;

    private static final List<String> EVENTS = List.of(
            Topics.KOL_EVENTS,
            Topics.CAMPAIGN_EVENTS,
            Topics.COLLABORATION_EVENTS,
            Topics.FEE_EVENTS,
            Topics.PAYOUT_EVENTS,
            Topics.RESULT_EVENTS);
    private static final List<String> STATES =
            List.of(Topics.KOL_STATE, Topics.CAMPAIGN_STATE, Topics.COLLABORATION_STATE);

    private KafkaTopics() {}

    /** Creates what is missing: the topics of the contracts, and {@code <service>.dead-letters} for each service named. */
    public static void create(String bootstrap, List<String> services) {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : EVENTS) {
            topics.add(topic(name, TopicConfig.CLEANUP_POLICY_DELETE));
        }
        for (String name : STATES) {
            topics.add(topic(name, TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        for (String service : services) {
            topics.add(topic(service + ".dead-letters", TopicConfig.CLEANUP_POLICY_DELETE));
        }
        try (Admin admin = admin(bootstrap)) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    created.getValue().get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topic " + created.getKey() + " could not be created", e);
                    }
                } catch (TimeoutException e) {
                    throw new IllegalStateException("topic " + created.getKey() + " was not created in time", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    /** Waits until the broker answers, as long as its process lives. */
    static void awaitBroker(String bootstrap, LocalProcess process, Duration timeout) {
        try (Admin admin = admin(bootstrap)) {
            process.awaitReady(timeout, () -> {
                try {
                    admin.describeCluster().nodes().get(1, TimeUnit.SECONDS);
                    return LocalProcess.READY;
                } catch (ExecutionException | TimeoutException e) {
                    return "no broker answers";
                }
            });
        }
    }

    private static NewTopic topic(String name, String cleanup) {
        return new NewTopic(name, PARTITIONS, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup, TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of(
                "bootstrap.servers", bootstrap,
                "request.timeout.ms", 10_000,
                "default.api.timeout.ms", 10_000,
                "reconnect.backoff.ms", 100,
                "reconnect.backoff.max.ms", 200));
    }
}
