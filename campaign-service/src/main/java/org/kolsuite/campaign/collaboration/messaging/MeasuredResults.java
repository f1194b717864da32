package org.kolsuite.campaign.collaboration.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.campaign.collaboration.application.TakeResult;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from reporting what posts did. */
@ApplicationScoped
class MeasuredResults {
    @Inject
    Inbox inbox;

    @Inject
    TakeResult results;

    private final Handlers handlers =
            Handlers.of().on(ResultMeasured.class, (event, envelope) -> results.take(envelope.tenant(), event));

    @Incoming("result-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("results", record, handlers);
    }
}
