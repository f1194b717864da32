package org.kolsuite.payment.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears what the registry says about KOLs. */
@ApplicationScoped
class KolEvents {
    @Inject
    Inbox inbox;

    @Inject
    KnownKols kols;

    private final Handlers happened = Handlers.of()
            .on(KolLinked.class, event -> kols.link(event))
            .on(KolErased.class, event -> kols.forget(event.kolId()));
    private final Handlers states =
            Handlers.of().on(KolState.class, state -> kols.take(state)).onTombstone(kolId -> kols.forget(kolId));

    @Incoming("kol-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("payment-kol-events", record, happened);
    }

    @Incoming("kol-state")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("payment-kol-state", record, states);
    }
}
