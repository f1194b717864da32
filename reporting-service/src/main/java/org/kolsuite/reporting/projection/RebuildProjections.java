package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.orders.application.AttributeOrders;

/**
 * Wipes one organisation's projections and computes them again from the facts, in one transaction, so that readers see the
 * old ones or the new ones. The hash before and after tells whether anything had drifted (CASES E13).
 */
@ApplicationScoped
public class RebuildProjections {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AttributeOrders attribute;

    @Inject
    Projector projector;

    @Inject
    Marks marks;

    @Inject
    AuditTrail trail;

    /** @param same whether the projections were true to the facts before */
    public record Rebuilt(String hashBefore, String hashAfter, boolean same, int subjects) {}

    public Uni<Rebuilt> rebuild(Caller.Member admin) {
        return unitOfWork.as(
                admin,
                () -> unitOfWork
                        .unhurried()
                        .chain(() -> hash())
                        .chain(before -> wipe().chain(() -> attribute.everything())
                                .chain(() -> marks.everything())
                                .chain(this::takeSubjects)
                                .chain(subjects -> Multi.createFrom()
                                        .iterable(subjects)
                                        .onItem()
                                        .transformToUniAndConcatenate(projector::foldLocked)
                                        .collect()
                                        .last()
                                        .chain(() -> hash())
                                        .map(after ->
                                                new Rebuilt(before, after, before.equals(after), subjects.size())))
                                .call(rebuilt -> trail.record(
                                        admin,
                                        "rebuild-projections",
                                        "projection",
                                        admin.tenant(),
                                        null,
                                        null,
                                        rebuilt))));
    }

    /** A hash over every row of the organisation's projections, whatever order they are stored in. */
    public Uni<String> hash(Caller.Member caller) {
        return unitOfWork.as(caller, () -> unitOfWork.unhurried().chain(() -> hash()));
    }

    private static Uni<String> hash() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select encode(sha256(convert_to(coalesce((select string_agg(row, chr(10) order by row) from (
                                  select concat_ws('|', 'day', subject_id, day, currency, quantity, value, source,
                                                   extract(epoch from as_of), campaign_id, collaboration_id) as row from result_day
                                  union all
                                  select concat_ws('|', 'order', shop, order_number, fact_id, state, currency, paid_minor, refunded_minor,
                                                   paid_is_net, margin_minor, codes, extract(epoch from happened_at),
                                                   extract(epoch from as_of), collaboration_id, attributed_by, flagged,
                                                   unattributed_why, rule_version) from order_current) rows), ''), 'UTF8')), 'hex')""", String.class).getSingleResult());
    }

    private static Uni<Integer> wipe() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from result_day")
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from order_current")
                                .executeUpdate()));
    }

    private Uni<List<UUID>> takeSubjects() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with taken as (delete from projection_mark returning subject_id)
                                select distinct subject_id from taken order by 1""", UUID.class).getResultList());
    }
}
