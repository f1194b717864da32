package org.kolsuite.registry.kol.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;
import org.kolsuite.registry.kol.persistence.PersonalData;

/**
 * A KOL's personal data is erased on request (PIPL art. 47). Names, handles, ids, texts, names seen, conflicts and
 * invitations go; the numbers stay under a pseudonym, so that history still adds up. A hash keeps the next import from
 * bringing the person back. The others learn of it by event and tombstone. Runs in the transaction that is open.
 */
@ApplicationScoped
public class EraseKol {
    @Inject
    Kols kols;

    @Inject
    PersonalData personalData;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public Uni<Void> erase(Caller caller, UUID kolId, long version, @Nullable String reason) {
        Instant now = clock.instant();
        return kols.require(kolId)
                .invoke(kol -> {
                    if (kol.version != version) {
                        throw new org.kolsuite.platform.paging.StaleVersion(kol.version);
                    }
                    if (kol.erasedAt != null) {
                        throw new KolErasedAlready();
                    }
                })
                .chain(kol -> kols.accountsOf(List.of(kolId))
                        .chain(accounts -> personalData
                                .handleKeysSeen(accounts)
                                .chain(handles -> personalData.remember(hashes(accounts, handles), now)))
                        .chain(() -> personalData.erase(kolId))
                        .chain(() -> pseudonymise(kol, now))
                        .chain(() -> outbox.append(new KolErased(kolId, now)))
                        .chain(() -> outbox.erase(Topics.KOL_STATE, kolId))
                        .chain(() -> trail.record(caller, "erase-kol", "kol", kolId, reason, null, Map.of()))
                        .chain(kols::reread));
    }

    private static Set<String> hashes(List<AccountRow> accounts, Map<UUID, Set<String>> handleKeys) {
        Set<String> hashes = new HashSet<>();
        for (AccountRow account : accounts) {
            for (String key : handleKeys.getOrDefault(account.id, Set.of(account.handleKey))) {
                hashes.addAll(RecordProfiles.identityHashes(account.platform, account.platformUid, key));
            }
        }
        return hashes;
    }

    private static Uni<Void> pseudonymise(KolRow kol, Instant now) {
        kol.displayName = PersonalData.pseudonym(kol.id);
        kol.country = null;
        kol.topics = new String[0];
        kol.bio = null;
        kol.notes = null;
        kol.subject = null;
        kol.agencyId = null;
        kol.erasedAt = now;
        kol.updatedAt = now;
        return Panache.flush();
    }
}
