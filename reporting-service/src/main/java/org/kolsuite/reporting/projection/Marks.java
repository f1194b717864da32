package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** Subjects of a part of an import: marked once it has ended, however many of its parts touch them. */
    public Uni<Void> ofImport(UUID importId, Collection<UUID> subjects) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_subject (import_id, subject_id)
                                select :import, subject from unnest(cast(:subjects as uuid[])) as touched (subject)
                                on conflict do nothing""")
                        .setParameter("import", importId)
                        .setParameter("subjects", subjects.toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Marks what imports have touched that ended, or whose worker died: that one may take long to be taken up again. */
    static Uni<Integer> ofEndedImports(Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery("""
                                with touched as (
                                  delete from import_subject s using import_job j
                                  where s.tenant_id = kol_tenant() and j.tenant_id = kol_tenant() and j.id = s.import_id
                                    and (j.status <> 'RUNNING' or j.taken_until < :now)
                                  returning s.subject_id)
                                insert into fold_mark (subject_id) select distinct subject_id from touched""").setParameter("now", now).executeUpdate());
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
