package org.kolsuite.payment.kol;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.StateTopics;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Takes over every KOL of one organisation from the registry's state topic, whatever is known so far. The steps, in one
 * transaction:
 *
 * <ol>
 *   <li>lock the table, so that the consumers' news waits: the topic read below then holds all that was taken in so far;
 *   <li>read the topic to its end, and forget which version is known of each KOL on it;
 *   <li>take each state, and erase those of which only a tombstone is left. Who was erased stays so, and a KOL that the
 *       topic doesn't know stays as it is: other rows hang on it, and a topic that lost records must not erase anybody.
 * </ol>
 */
@ApplicationScoped
public class RebuildKols {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    StateTopics topics;

    @Inject
    KnownKols kols;

    @Inject
    AuditTrail trail;

    /**
     * What a rebuild did.
     *
     * @param same whether everything was as the registry says before
     * @param subjects how many KOLs the topic told of
     */
    public record Rebuilt(String hashBefore, String hashAfter, boolean same, int subjects) {}

    public Uni<Rebuilt> rebuild(Caller.Member admin) {
        return unitOfWork.as(
                admin,
                () -> unitOfWork
                        .unhurried()
                        .chain(() -> lock())
                        .chain(() -> hash())
                        .chain(before -> topics.read(Topics.KOL_STATE, KolState.class, admin.tenant())
                                .call(this::takeAll)
                                .chain(present -> hash().map(after -> new Rebuilt(
                                        before,
                                        after,
                                        before.equals(after),
                                        present.states().size()
                                                + present.erased().size()))))
                        .call(rebuilt -> trail.record(
                                admin, "rebuild-kols", "projection", admin.tenant(), null, null, rebuilt)));
    }

    private Uni<Void> takeAll(StateTopics.Present<KolState> present) {
        UUID[] ids = present.states().stream().map(State::aggregateId).toArray(UUID[]::new);
        return forgetVersions(ids)
                .chain(() -> Multi.createFrom()
                        .iterable(present.states())
                        .onItem()
                        .transformToUniAndConcatenate(kols::take)
                        .collect()
                        .last())
                .chain(() -> Multi.createFrom()
                        .iterable(present.erased())
                        .onItem()
                        .transformToUniAndConcatenate(kols::forget)
                        .collect()
                        .last())
                .chain(Panache::flush);
    }

    private static Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("lock table kol in share row exclusive mode")
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> forgetVersions(UUID[] ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update kol set version = -1, subject = null where kol_id = any(:ids) and version < 9223372036854775807")
                        .setParameter("ids", ids)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Over every row of the organisation's copy, in whatever order they are stored. */
    private static Uni<String> hash() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select encode(sha256(convert_to(coalesce((select string_agg(
                                  concat_ws('|', kol_id, version, display_name, subject, agency_id), chr(10) order by kol_id) from kol), ''), 'UTF8')), 'hex')""", String.class).getSingleResult());
    }
}
