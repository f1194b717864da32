package org.kolsuite.campaign.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from kol-registry who a KOL is, which sign-in is theirs, and that they want to be forgotten. */
@ApplicationScoped
class KolEvents {
    @Inject
    Inbox inbox;

    @Inject
    Kols kols;

    @Inject
    Clock clock;

    private final Handlers state = Handlers.of()
            .on(KolState.class, kolState -> kols.take(kolState))
            .onTombstone(kolId -> kols.erase(kolId, clock.instant()));

    private final Handlers events = Handlers.of()
            .on(KolLinked.class, linked -> kols.link(linked.kolId(), linked.subject()))
            .on(KolErased.class, erased -> kols.erase(erased.kolId(), erased.happenedAt()));

    @Incoming("kol-state")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("kol-state", record, state);
    }

    @Incoming("kol-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("kol-events", record, events);
    }
}
