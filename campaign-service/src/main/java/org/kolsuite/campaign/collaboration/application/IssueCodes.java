package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.collaboration.messaging.CollaborationNews;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.PromoCodeTaken;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Gives a KOL a promo code and, where the brief has a target, a tracked link. A code is unique within the organisation,
 * a slug within the installation; both avoid letters that are read for others.
 */
@ApplicationScoped
public class IssueCodes {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 6;
    private static final int SLUG_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    BriefRepository briefs;

    @Inject
    CollaborationNews news;

    @Inject
    AuditTrail trail;

    /** Issues what is missing; joins the step's transaction. */
    Uni<Void> issue(CollaborationRow row) {
        UUID briefId = row.briefId;
        if (briefId == null) {
            fill(row, null, null);
            return Uni.createFrom().voidItem();
        }
        return briefs.find(briefId)
                .invoke(stored -> fill(
                        row, stored.brief().promoCodePrefix(), stored.brief().trackingTarget()))
                .replaceWithVoid();
    }

    private static void fill(CollaborationRow row, @Nullable String prefix, @Nullable String target) {
        if (row.promoCode == null) {
            row.promoCode = (prefix == null ? "KOL" : prefix) + random(CODE_LENGTH);
        }
        if (row.trackingSlug == null && target != null) {
            row.trackingSlug = random(SLUG_LENGTH).toLowerCase(Locale.ROOT);
            row.trackingTarget = target;
        }
    }

    /** Gives the collaboration a code that somebody chose, for example one that the shop already knows. */
    public Uni<TakeStep.Taken> choose(Caller.Member caller, Step step, String code) {
        String chosen = code.strip().toUpperCase(Locale.ROOT);
        return unitOfWork.as(
                caller,
                () -> collaborations.find(step.id()).chain(collaborations::lock).chain(row -> {
                    IfMatch.require(step.ifMatch(), row.version);
                    String before = row.promoCode;
                    return requireFree(row.id, chosen)
                            .invoke(() -> row.promoCode = chosen)
                            .chain(Panache::flush)
                            .chain(() -> trail.record(
                                    caller, "choose-promo-code", "collaboration", row.id, null, before, chosen))
                            .chain(() -> news.changed(row))
                            .replaceWith(() -> TakeStep.Taken.of(row));
                }));
    }

    private static Uni<Void> requireFree(UUID id, String code) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from CollaborationRow where promoCode = :code and id <> :id",
                                Long.class)
                        .setParameter("code", code)
                        .setParameter("id", id)
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0) {
                        throw new PromoCodeTaken(code);
                    }
                })
                .replaceWithVoid();
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
