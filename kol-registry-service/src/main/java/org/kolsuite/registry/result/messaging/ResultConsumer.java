package org.kolsuite.registry.result.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;
import org.kolsuite.registry.result.PastResults;

/** Hears from reporting what posts did. */
@ApplicationScoped
class ResultConsumer implements Consumers {
    private static final String PAST_RESULTS = "past-results";

    @Inject
    Inbox inbox;

    @Inject
    PastResults results;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(PAST_RESULTS, Handlers.of().on(ResultMeasured.class, results::record));
    }

    @Incoming("results")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(PAST_RESULTS, record);
    }
}
