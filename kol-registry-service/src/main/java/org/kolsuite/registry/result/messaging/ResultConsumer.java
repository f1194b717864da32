package org.kolsuite.registry.result.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;
import org.kolsuite.registry.result.PastResults;

/** Hears from reporting what posts did. */
@ApplicationScoped
class ResultConsumer {
    @Inject
    Inbox inbox;

    @Inject
    PastResults results;

    @Incoming("results")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("past-results", record, Handlers.of().on(ResultMeasured.class, results::record));
    }
}
