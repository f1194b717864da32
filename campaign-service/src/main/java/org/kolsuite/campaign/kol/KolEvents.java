package org.kolsuite.campaign.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from kol-registry who a KOL is, which sign-in is theirs, and that they want to be forgotten. */
@ApplicationScoped
class KolEvents implements Consumers {
    private static final String STATE = "kol-state";
    private static final String EVENTS = "kol-events";

    @Inject
    Inbox inbox;

    @Inject
    Kols kols;

    @Inject
    Clock clock;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                STATE,
                Handlers.of().on(KolState.class, kols::take).onTombstone(kolId -> kols.erase(kolId, clock.instant())),
                EVENTS,
                Handlers.of()
                        .on(KolLinked.class, linked -> kols.link(linked.kolId(), linked.subject()))
                        .on(KolErased.class, erased -> kols.erase(erased.kolId(), erased.happenedAt())));
    }

    @Incoming("kol-state")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(STATE, record);
    }

    @Incoming("kol-events")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(EVENTS, record);
    }
}
