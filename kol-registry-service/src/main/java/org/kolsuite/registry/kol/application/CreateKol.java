package org.kolsuite.registry.kol.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** Somebody enters a KOL by hand. Runs in the transaction that is open. */
@ApplicationScoped
public class CreateKol {
    @Inject
    AddAccount addAccount;

    @Inject
    Kols kols;

    @Inject
    KolStates states;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** A KOL to be; the accounts may be none yet. */
    public record Command(
            String displayName,
            @Nullable String country,
            List<String> topics,
            @Nullable String bio,
            @Nullable String notes,
            List<AddAccount.Command> accounts) {}

    public Uni<UUID> create(Caller caller, Command command) {
        Instant now = clock.instant();
        KolRow kol = new KolRow();
        kol.id = Ids.next();
        kol.displayName = command.displayName();
        kol.country = Country.code(command.country());
        kol.topics = command.topics().toArray(String[]::new);
        kol.bio = command.bio();
        kol.notes = command.notes();
        kol.createdAt = now;
        kol.updatedAt = now;
        return Panache.getSession()
                .chain(session -> session.persist(kol).chain(session::flush))
                .chain(() -> addAll(kol, command.accounts()))
                .chain(() -> command.accounts().isEmpty()
                        ? states.publish(List.of(kol.id))
                        : Uni.createFrom().voidItem())
                .chain(() -> trail.record(
                        caller,
                        "create-kol",
                        "kol",
                        kol.id,
                        null,
                        null,
                        Map.of("accounts", command.accounts().size())))
                .chain(kols::reread)
                .replaceWith(kol.id);
    }

    private Uni<Void> addAll(KolRow kol, List<AddAccount.Command> accounts) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (AddAccount.Command account : accounts) {
            chain = chain.chain(() -> addAccount.to(kol, account)).replaceWithVoid();
        }
        return chain;
    }
}
