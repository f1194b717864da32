package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says whose results have to be folded anew. Marks are only added, so that one set during a fold is never lost. */
@ApplicationScoped
public class Marks {
    private static final String MARKED = "kol.reporting.marked";

    /** The subject of costs that belong to no campaign. */
    public static final UUID NOBODY = new UUID(0, 0);

    /** @param subjects collaborations, or campaigns for costs of no collaboration, or {@link #NOBODY} */
    public Uni<Void> subjects(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        noted();
        String ids = subjects.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery("""
                                insert into fold_mark (subject_id)
                                select cast(value as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))""").setParameter("ids", ids).executeUpdate())
                .replaceWithVoid();
    }

    /** The campaign's own costs and all its collaborations. */
    public Uni<Void> campaign(UUID campaignId) {
        noted();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into fold_mark (subject_id)
                                select collaboration_id from collaboration_known where campaign_id = :campaign
                                union all select cast(:campaign as uuid)""")
                        .setParameter("campaign", campaignId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** All collaborations of a KOL. */
    public Uni<Void> kol(UUID kolId) {
        noted();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into fold_mark (subject_id)
                                select collaboration_id from collaboration_known where kol_id = :kol""")
                        .setParameter("kol", kolId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Remembers with the open transaction that it marks, so that the projector looks as soon as it is committed. */
    public static void noted() {
        ContextLocals.put(MARKED, true);
    }

    /** Whether the transaction that was just committed here has marked. Answers once. */
    static boolean wereNoted() {
        boolean noted = VertxContext.isOnDuplicatedContext() && ContextLocals.get(MARKED, false);
        if (noted) {
            ContextLocals.remove(MARKED);
        }
        return noted;
    }
}
