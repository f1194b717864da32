package org.kolsuite.payment.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears what the registry says about KOLs. */
@ApplicationScoped
class KolEvents implements Consumers {
    private static final String EVENTS = "payment-kol-events";
    private static final String STATE = "payment-kol-state";

    @Inject
    Inbox inbox;

    @Inject
    KnownKols kols;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                EVENTS,
                Handlers.of().on(KolLinked.class, kols::link).on(KolErased.class, event -> kols.forget(event.kolId())),
                STATE,
                Handlers.of().on(KolState.class, kols::take).onTombstone(kols::forget));
    }

    @Incoming("kol-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(EVENTS, record);
    }

    @Incoming("kol-state")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(STATE, record);
    }
}
