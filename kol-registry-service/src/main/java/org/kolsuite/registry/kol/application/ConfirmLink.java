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
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.model.InvitationExpired;
import org.kolsuite.registry.kol.model.InvitationUnknown;
import org.kolsuite.registry.kol.model.InvitationUsed;
import org.kolsuite.registry.kol.model.LinkedToSomebodyElse;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** A person confirms with the token they were given: this record is me. Runs in the transaction that is open. */
@ApplicationScoped
public class ConfirmLink {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Kols kols;

    @Inject
    ShowProfile showProfile;

    @Inject
    KolStates states;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    private record Invitation(
            UUID tenant,
            UUID kolId,
            Instant expiresAt,
            @Nullable String usedBy) {}

    /** The linked record; confirming twice changes nothing. */
    public Uni<ShowProfile.Entry> confirm(Caller.Kol caller, String token) {
        String hash = LinkTokens.hash(token);
        Instant now = clock.instant();
        return find(hash).chain(invitation -> {
            if (invitation.usedBy() != null && !invitation.usedBy().equals(caller.subject())) {
                throw new InvitationUsed();
            }
            if (invitation.usedBy() == null && now.isAfter(invitation.expiresAt())) {
                throw new InvitationExpired();
            }
            return unitOfWork
                    .enter(invitation.tenant())
                    .chain(() -> kols.require(invitation.kolId()))
                    .chain(kol ->
                            invitation.usedBy() != null ? Uni.createFrom().item(kol) : link(caller, kol, hash, now))
                    .chain(showProfile::entry);
        });
    }

    private Uni<KolRow> link(Caller.Kol caller, KolRow kol, String hash, Instant now) {
        if (kol.subject != null && !kol.subject.equals(caller.subject())) {
            throw new LinkedToSomebodyElse();
        }
        kol.subject = caller.subject();
        kol.linkedAt = now;
        kol.updatedAt = now;
        return Panache.flush()
                .chain(() -> markUsed(hash, caller.subject(), now))
                .chain(() -> outbox.append(new KolLinked(kol.id, caller.subject(), now)))
                .chain(() -> states.publish(List.of(kol.id)))
                .chain(() -> trail.record(caller, "confirm-link", "kol", kol.id, null, null, Map.of()))
                .replaceWith(kol);
    }

    private static Uni<Invitation> find(String hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select set_config('kol.link_token', :hash, true)", String.class)
                        .setParameter("hash", hash)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(
                                        "select tenant_id, kol_id, expires_at, used_by from link_invitation where token_hash = :hash",
                                        Object[].class)
                                .setParameter("hash", hash)
                                .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(InvitationUnknown::new)
                .map(row -> new Invitation((UUID) row[0], (UUID) row[1], Columns.instant(row[2]), (String) row[3]));
    }

    private static Uni<Void> markUsed(String hash, String subject, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update link_invitation set used_at = :now, used_by = :subject where token_hash = :hash")
                        .setParameter("now", now)
                        .setParameter("subject", subject)
                        .setParameter("hash", hash)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
