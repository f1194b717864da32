package org.kolsuite.registry.kol.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** Somebody corrects what a KOL record says. */
@ApplicationScoped
public class ChangeKol {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Kols kols;

    @Inject
    KolStates states;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** What to change; null leaves a field as it is, an empty text empties it. */
    public record Command(
            @Nullable String displayName,
            @Nullable String country,
            @Nullable List<String> topics,
            @Nullable String bio,
            @Nullable String notes) {}

    public Uni<Void> change(Caller caller, UUID id, @Nullable String ifMatch, Command command) {
        return unitOfWork.as(
                caller,
                () -> kols.require(id)
                        .invoke(kol -> {
                            IfMatch.require(ifMatch, kol.version);
                            if (kol.erasedAt != null) {
                                throw new KolErasedAlready();
                            }
                        })
                        .chain(kol -> {
                            List<String> changed = apply(kol, command);
                            kol.updatedAt = clock.instant();
                            return Panache.flush()
                                    .chain(() -> states.publish(List.of(id)))
                                    .chain(() -> trail.record(caller, "change-kol", "kol", id, null, null, changed));
                        }));
    }

    /** The names of the fields that changed: the trail outlives an erasure, so it holds no personal data. */
    private static List<String> apply(KolRow kol, Command command) {
        List<String> changed = new ArrayList<>();
        if (command.displayName() != null) {
            kol.displayName = command.displayName();
            changed.add("displayName");
        }
        if (command.country() != null) {
            kol.country = Country.code(command.country());
            changed.add("country");
        }
        if (command.topics() != null) {
            kol.topics = command.topics().toArray(String[]::new);
            changed.add("topics");
        }
        if (command.bio() != null) {
            kol.bio = command.bio();
            changed.add("bio");
        }
        if (command.notes() != null) {
            kol.notes = command.notes();
            changed.add("notes");
        }
        return changed;
    }
}
