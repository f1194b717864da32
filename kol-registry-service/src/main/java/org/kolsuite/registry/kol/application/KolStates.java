package org.kolsuite.registry.kol.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.registry.kol.persistence.Kols;

/** Tells the other services how KOLs are now; in the transaction that changed them. */
@ApplicationScoped
public class KolStates {
    @Inject
    Kols kols;

    @Inject
    Outbox outbox;

    public Uni<Void> publish(Collection<UUID> kolIds) {
        if (kolIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return kols.states(kolIds).chain(outbox::appendStates);
    }
}
