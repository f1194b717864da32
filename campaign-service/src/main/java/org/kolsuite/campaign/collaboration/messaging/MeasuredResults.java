package org.kolsuite.campaign.collaboration.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.campaign.collaboration.application.TakeResult;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from reporting what posts did. */
@ApplicationScoped
class MeasuredResults implements Consumers {
    private static final String RESULTS = "results";

    @Inject
    Inbox inbox;

    @Inject
    TakeResult results;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                RESULTS,
                Handlers.of().on(ResultMeasured.class, (event, envelope) -> results.take(envelope.tenant(), event)));
    }

    @Incoming("result-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(RESULTS, record);
    }
}
