package org.kolsuite.registry.kol.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.model.LinkedToSomebodyElse;
import org.kolsuite.registry.kol.persistence.Kols;

/**
 * Somebody hands a KOL a token with which they confirm "this record is me". The token is told once; only its hash is
 * kept. Runs in the transaction that is open.
 */
@ApplicationScoped
public class InviteToLink {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Kols kols;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.link-invitation.valid")
    Duration valid;

    /** What the organisation passes on to the KOL. */
    public record Invitation(String token, Instant expiresAt) {}

    public Uni<Invitation> invite(Caller caller, UUID kolId) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(valid);
        return kols.require(kolId)
                .invoke(kol -> {
                    if (kol.erasedAt != null) {
                        throw new KolErasedAlready();
                    }
                    if (kol.subject != null) {
                        throw new LinkedToSomebodyElse();
                    }
                })
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery("""
                                insert into link_invitation (token_hash, kol_id, created_by, created_at, expires_at)
                                values (:hash, :kol, :by, :now, :expires)""")
                        .setParameter("hash", LinkTokens.hash(token))
                        .setParameter("kol", kolId)
                        .setParameter("by", caller.subject())
                        .setParameter("now", now)
                        .setParameter("expires", expiresAt)
                        .executeUpdate())
                .chain(() -> trail.record(
                        caller, "invite-to-link", "kol", kolId, null, null, Map.of("expiresAt", expiresAt.toString())))
                .replaceWith(new Invitation(token, expiresAt));
    }
}
