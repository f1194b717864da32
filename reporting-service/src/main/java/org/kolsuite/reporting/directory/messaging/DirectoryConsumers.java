package org.kolsuite.reporting.directory.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;
import org.kolsuite.reporting.directory.KeepDirectory;

/** Listens to the state topics; campaigns and collaborations are never erased, KOLs can be. */
@ApplicationScoped
class DirectoryConsumers {
    @Inject
    Inbox inbox;

    @Inject
    KeepDirectory keep;

    @Incoming("campaign-state")
    Uni<Void> campaign(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(
                "directory-campaigns", record, Handlers.of().on(CampaignState.class, state -> keep.campaign(state)));
    }

    @Incoming("collaboration-state")
    Uni<Void> collaboration(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(
                "directory-collaborations",
                record,
                Handlers.of().on(CollaborationState.class, state -> keep.collaboration(state)));
    }

    @Incoming("kol-state")
    Uni<Void> kol(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(
                "directory-kols",
                record,
                Handlers.of().on(KolState.class, state -> keep.kol(state)).onTombstone(keep::erase));
    }
}
