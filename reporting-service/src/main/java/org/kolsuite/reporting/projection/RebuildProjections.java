package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.orders.application.AttributeOrders;
import org.kolsuite.reporting.report.persistence.ResultDays;

/**
 * Wipes one organisation's projections and computes them again from the facts, in one transaction, so that readers see the
 * old ones or the new ones. The hash before and after tells whether anything had drifted (CASES E13).
 */
@ApplicationScoped
public class RebuildProjections {
    private static final int BATCH = 500;

    /** What may stand in the way are rows of results being announced, which take no time. */
    private static final int ATTEMPTS = 3;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AttributeOrders attribute;

    @Inject
    Projector projector;

    @Inject
    ResultDays days;

    @Inject
    AuditTrail trail;

    /** @param same whether the projections were true to the facts before */
    public record Rebuilt(String hashBefore, String hashAfter, boolean same, int subjects) {}

    /**
     * Wipes and computes anew, of the facts of one moment: what is added meanwhile is no drift, and is folded by the next look. The
     * locks are taken before that moment, by a transaction that does nothing else, so that nobody changes a row after it.
     */
    public Uni<Rebuilt> rebuild(Caller.Member admin) {
        return unitOfWork.as(
                admin,
                () -> unitOfWork
                        .unhurried()
                        .chain(() -> projector.lock())
                        // Before any row, as everybody does who attributes: they would wait for the rows, and we for
                        // them.
                        .chain(() -> attribute.alone())
                        .chain(() -> unitOfWork.beside(() -> unitOfWork
                                .fromOneMoment(admin, () -> compute(admin))
                                .onFailure(Transient::isTransient)
                                .retry()
                                .atMost(ATTEMPTS))));
    }

    private Uni<Rebuilt> compute(Caller.Member admin) {
        return foldWhatWaits()
                .chain(() -> hash())
                .chain(before -> wipe().chain(() -> attribute.everything())
                        .chain(() -> subjects())
                        .chain(subjects -> foldAnew(subjects)
                                .chain(() -> hash())
                                .map(after -> new Rebuilt(before, after, before.equals(after), subjects.size()))))
                .call(rebuilt ->
                        trail.record(admin, "rebuild-projections", "projection", admin.tenant(), null, null, rebuilt));
    }

    /** What only waits to be folded has not drifted. */
    private Uni<Void> foldWhatWaits() {
        return takeMarks().chain(waiting -> inBatches(waiting, projector::fold));
    }

    private Uni<Void> foldAnew(List<UUID> subjects) {
        return inBatches(subjects, batch -> projector.results(batch).chain(days::add))
                .chain(() -> days.sumUpEverything());
    }

    private static Uni<Void> inBatches(List<UUID> subjects, Function<List<UUID>, Uni<Void>> fold) {
        return Multi.createBy()
                .repeating()
                .supplier(AtomicInteger::new, from -> batch(subjects, from.getAndAdd(BATCH)))
                .until(List::isEmpty)
                .onItem()
                .transformToUniAndConcatenate(batch -> fold.apply(batch).chain(() -> forgotten()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What was announced again is written, and what was read for a batch is forgotten. */
    private static Uni<Void> forgotten() {
        return Panache.getSession()
                .chain(session -> session.flush().invoke(session::clear))
                .replaceWithVoid();
    }

    private static List<UUID> batch(List<UUID> subjects, int from) {
        return from >= subjects.size() ? List.of() : subjects.subList(from, Math.min(subjects.size(), from + BATCH));
    }

    /** A hash over every row of the organisation's projections, whatever order they are stored in. */
    public Uni<String> hash(Caller.Member caller) {
        return unitOfWork.as(caller, () -> unitOfWork.unhurried().chain(() -> hash()));
    }

    /**
     * Every row has two numbers of 64 bits, and sums of numbers don't depend on an order: nothing is sorted, and no text
     * of all rows is built. It tells drift, which is an accident; it would not stop a forger.
     */
    private static Uni<String> hash() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('TimeZone', 'UTC', true)", String.class)
                        .getSingleResult()
                        .chain(() ->
                                session.createNativeQuery("""
                                select encode(sha256(convert_to(string_agg(part, '|' order by part), 'UTF8')), 'hex') from (
                                  select concat_ws(' ', 'day', count(*), sum(hashtextextended(line, 1)), sum(hashtextextended(line, 2))) as part
                                  from (select cast(row(subject_id, day, currency, campaign_id, collaboration_id, quantities, amounts,
                                                         sources, as_ofs) as text) as line
                                        from result_by_day where tenant_id = kol_tenant()) days
                                  union all
                                  select concat_ws(' ', 'total', count(*), sum(hashtextextended(line, 1)), sum(hashtextextended(line, 2)))
                                  from (select cast(row(subject_id, currency, decimals, campaign_id, kol_id, collaboration_id,
                                                         account_id, quantities, amounts, sources, as_ofs) as text) as line
                                        from result_total where tenant_id = kol_tenant()) totals
                                  union all
                                  select concat_ws(' ', 'group', count(*), sum(hashtextextended(line, 1)), sum(hashtextextended(line, 2)))
                                  from (select cast(row(grouping, group_id, currency, decimals, collaborations, followers, gift_minor,
                                                         shipping_minor, fees_minor, quantities, amounts, sources, as_ofs) as text) as line
                                        from result_group where tenant_id = kol_tenant()) groups
                                  union all
                                  select concat_ws(' ', 'order', count(*), sum(hashtextextended(line, 1)), sum(hashtextextended(line, 2)))
                                  from (select cast(row(shop, order_number, fact_id, state, currency, paid_minor, refunded_minor,
                                                         paid_is_net, margin_minor, codes, happened_at, as_of, collaboration_id,
                                                         attributed_by, flagged, unattributed_why, rule_version) as text) as line
                                        from order_current where tenant_id = kol_tenant()) orders) parts""", String.class).getSingleResult()));
    }

    private Uni<Void> wipe() {
        return days.wipe()
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery("delete from order_current where tenant_id = kol_tenant()")
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What is marked, and what running imports have changed so far; the latter is marked again when they end. */
    private static Uni<List<UUID>> takeMarks() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with taken as (delete from fold_mark where tenant_id = kol_tenant() returning subject_id)
                                select subject_id from taken
                                union select subject_id from import_subject where tenant_id = kol_tenant()""", UUID.class).getResultList());
    }

    /** Every subject that has facts or a state. */
    private static Uni<List<UUID>> subjects() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select collaboration_id from collaboration_known where tenant_id = kol_tenant()
                                union select campaign_id from campaign_known where tenant_id = kol_tenant()
                                union select coalesce(collaboration_id, campaign_id, cast(:nobody as uuid))
                                from cost_fact where tenant_id = kol_tenant()
                                order by 1""", UUID.class)
                        .setParameter("nobody", Marks.NOBODY)
                        .getResultList());
    }
}
