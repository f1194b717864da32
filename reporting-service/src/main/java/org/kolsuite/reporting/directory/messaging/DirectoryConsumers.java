package org.kolsuite.reporting.directory.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;
import org.kolsuite.reporting.directory.KeepDirectory;

/** Listens to the state topics; campaigns and collaborations are never erased, KOLs can be. */
@ApplicationScoped
class DirectoryConsumers implements Consumers {
    private static final String CAMPAIGNS = "directory-campaigns";
    private static final String COLLABORATIONS = "directory-collaborations";
    private static final String KOLS = "directory-kols";

    @Inject
    Inbox inbox;

    @Inject
    KeepDirectory keep;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                CAMPAIGNS,
                Handlers.of().on(CampaignState.class, keep::campaign),
                COLLABORATIONS,
                Handlers.of().on(CollaborationState.class, keep::collaboration),
                KOLS,
                Handlers.of().on(KolState.class, keep::kol).onTombstone(keep::erase));
    }

    @Incoming("campaign-state")
    Uni<Void> campaign(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(CAMPAIGNS, record);
    }

    @Incoming("collaboration-state")
    Uni<Void> collaboration(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(COLLABORATIONS, record);
    }

    @Incoming("kol-state")
    Uni<Void> kol(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(KOLS, record);
    }
}
