package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.directory.CampaignRow;
import org.kolsuite.reporting.directory.CollaborationRow;
import org.kolsuite.reporting.measuring.application.MeasureResults;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.Facts;
import org.kolsuite.reporting.report.model.ResultFold;
import org.kolsuite.reporting.report.persistence.FactsOfSubject;
import org.kolsuite.reporting.report.persistence.ResultDays;
import org.kolsuite.reporting.report.persistence.ResultDays.Folded;
import org.kolsuite.reporting.report.persistence.ResultDays.Subject;

/** Folds what is marked; the steps stand in the package's description. */
@ApplicationScoped
public class Projector {
    private static final Logger LOG = Logger.getLogger(Projector.class);

    /** Marks taken at once; many may name the same subject. */
    private static final int BATCH = 500;

    private static final Duration LATER = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A look that took no longer folded what people do, and nothing that came by the file. */
    private static final Duration SHORT_LOOK = Duration.ofMillis(200);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FactsOfSubject factsOf;

    @Inject
    ResultDays days;

    @Inject
    MeasureResults results;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "kol.reporting.zone")
    String zone;

    @ConfigProperty(name = "kol.reporting.viral-threshold")
    long viralThreshold;

    @ConfigProperty(name = "kol.reporting.fold-pause")
    Duration pause;

    @Inject
    Clock clock;

    /** Subjects that could not be folded, and when each is tried again: meanwhile they don't hold up the others. */
    private final Map<UUID, Instant> later = new ConcurrentHashMap<>();

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    /** What was marked here is folded at once. */
    void wake(@Observes(during = TransactionPhase.IN_PROGRESS) UnitOfWork.Committed committed) {
        if (Marks.wereNoted()) {
            look();
        }
    }

    /** What was marked elsewhere, or could not be folded, is found by looking. */
    @Scheduled(every = "${kol.reporting.project-every}")
    void sweep() {
        look();
    }

    /**
     * One look at a time, a pause between two; who comes meanwhile makes it look once more. The pause is as long as a long look was: who
     * brings much to fold, such as an import, has at least half of the machine, and what is marked again is folded once. After a short
     * look it is short, for then somebody waits to see what they did.
     */
    private void look() {
        woken.set(true);
        if (stopped.get() || !running.compareAndSet(false, true)) {
            return;
        }
        woken.set(false);
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        long start = System.nanoTime();
        context.runOnContext(ignored -> foldEverything().subscribe().with(done -> rest(start), failure -> {
            LOG.warnf("Results wait to be folded: %s", failure.getMessage());
            rest(start);
        }));
    }

    private void rest(long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Duration fair = took.compareTo(SHORT_LOOK) > 0 ? took : took.dividedBy(4);
        long most = Math.max(LONGEST_PAUSE.toMillis(), pause.toMillis());
        vertx.setTimer(Math.clamp(fair.toMillis(), Math.max(1, pause.toMillis()), most), timer -> {
            running.set(false);
            if (woken.get()) {
                look();
            }
        });
    }

    private Uni<Void> foldEverything() {
        return tenants()
                .chain(tenants -> Multi.createFrom()
                        .iterable(tenants)
                        .onItem()
                        .transformToUniAndConcatenate(this::foldTenant)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /**
     * Whose marks there are, and whose imports have ended: steps through the indexes from one tenant and import to the next, however
     * many marks there are.
     */
    private Uni<List<UUID>> tenants() {
        return unitOfWork.acrossTenants(() -> Panache.getSession()
                .chain(session -> session.<UUID>createNativeQuery("""
                                with recursive marked (tenant_id) as (
                                  (select tenant_id from fold_mark order by tenant_id limit 1)
                                  union all
                                  select (select f.tenant_id from fold_mark f where f.tenant_id > m.tenant_id order by f.tenant_id limit 1)
                                  from marked m where m.tenant_id is not null),
                                imported (import_id) as (
                                  (select import_id from import_subject order by import_id limit 1)
                                  union all
                                  select (select s.import_id from import_subject s where s.import_id > i.import_id order by s.import_id limit 1)
                                  from imported i where i.import_id is not null)
                                select tenant_id from marked where tenant_id is not null
                                union
                                select j.tenant_id from imported i join import_job j on j.id = i.import_id
                                where j.status <> 'RUNNING' or j.taken_until < :now""")
                        .setParameter("now", clock.instant())
                        .getResultList()));
    }

    private Uni<Void> foldTenant(UUID tenant) {
        Caller.System caller = new Caller.System(tenant, "projector");
        return unitOfWork
                .as(caller, () -> Marks.ofEndedImports(clock.instant()))
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> foldBatch(caller))
                        .whilst(marks -> marks == BATCH && !stopped.get())
                        .collect()
                        .last())
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("Subjects of %s are folded one by one: %s", tenant, failure.getMessage());
                    return foldOneByOne(caller);
                });
    }

    /** @return how many marks were taken; none while another replica folds this tenant */
    private Uni<Integer> foldBatch(Caller.System caller) {
        return unitOfWork.as(
                caller,
                () -> tryLock()
                        .chain(mine -> mine
                                ? takeMarks()
                                        .call(marked -> fold(List.copyOf(new HashSet<>(marked))))
                                        .map(List::size)
                                : Uni.createFrom().item(0)));
    }

    /** One subject that can't be folded doesn't keep the others waiting. */
    private Uni<Void> foldOneByOne(Caller.System caller) {
        return unitOfWork
                .as(
                        caller,
                        () -> Panache.getSession()
                                .chain(session -> session.createNativeQuery("""
                                select subject_id from fold_mark
                                where tenant_id = kol_tenant() and subject_id <> all(cast(:later as uuid[]))
                                group by subject_id order by min(id) limit :most""", UUID.class)
                                        .setParameter("later", postponed())
                                        .setParameter("most", BATCH)
                                        .getResultList()))
                .chain(subjects -> Multi.createFrom()
                        .iterable(subjects)
                        .onItem()
                        .transformToUniAndConcatenate(subject -> unitOfWork
                                .as(
                                        caller,
                                        () -> tryLock()
                                                .chain(mine -> mine
                                                        ? takeMarks(subject).chain(() -> fold(List.of(subject)))
                                                        : Uni.createFrom().voidItem()))
                                .onFailure()
                                .invoke(failure -> {
                                    LOG.errorf(failure, "%s waits to be folded", subject);
                                    if (!Transient.isTransient(failure)) {
                                        later.put(subject, clock.instant().plus(LATER));
                                    }
                                })
                                .onFailure()
                                .recoverWithNull())
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private UUID[] postponed() {
        Instant now = clock.instant();
        later.values().removeIf(now::isAfter);
        return later.keySet().toArray(UUID[]::new);
    }

    /** One replica folds a tenant at a time, so that the sum of a campaign never misses what another just folded. */
    private static Uni<Boolean> tryLock() {
        return Panache.getSession()
                .chain(session -> session.<Boolean>createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended('fold ' || kol_tenant(), 0))")
                        .getSingleResult());
    }

    /** Keeps every replica from folding this tenant until the open transaction ends. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('fold ' || kol_tenant(), 0))) l",
                                Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The oldest marks. A mark that is added from here on is seen by the next look. */
    private Uni<List<UUID>> takeMarks() {
        return Panache.getSession()
                .chain(session -> session.<UUID>createNativeQuery("""
                                delete from fold_mark where tenant_id = kol_tenant() and id in (
                                  select id from fold_mark
                                  where tenant_id = kol_tenant() and subject_id <> all(cast(:later as uuid[]))
                                  order by id limit :most)
                                returning subject_id""")
                        .setParameter("later", postponed())
                        .setParameter("most", BATCH)
                        .getResultList());
    }

    private static Uni<Integer> takeMarks(UUID subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from fold_mark where tenant_id = kol_tenant() and subject_id = :subject")
                        .setParameter("subject", subject)
                        .executeUpdate());
    }

    /** Folds some subjects in the open transaction. */
    Uni<Void> fold(List<UUID> subjects) {
        return results(subjects).chain(folded -> days.replace(folded));
    }

    /** Folds subjects anew from their facts and corrects what was announced of them; the caller stores the results. */
    Uni<List<Folded>> results(List<UUID> subjects) {
        List<Folded> folded = new ArrayList<>();
        return collaborations(subjects)
                .chain(rows -> factsOf.collaborations(rows)
                        .invoke(facts -> rows.forEach(row -> addTo(folded, row, facts)))
                        .chain(facts -> results.correct(rows, facts))
                        .chain(() -> campaigns(without(subjects, rows))))
                .chain(campaigns -> factsOf.campaignsOnly(campaigns)
                        .invoke(facts -> facts.forEach((id, costs) ->
                                folded.add(new Folded(new Subject(id, id, null, null, null), fold().fold(costs))))))
                .chain(() -> subjects.contains(Marks.NOBODY)
                        ? nobody(folded)
                        : Uni.createFrom().voidItem())
                .replaceWith(folded);
    }

    private void addTo(List<Folded> folded, CollaborationRow row, Map<UUID, Facts> facts) {
        Facts known = facts.get(row.id);
        if (known != null) {
            folded.add(new Folded(
                    new Subject(row.id, row.campaignId, row.id, row.kolId, row.accountId), fold().fold(known)));
        }
    }

    private Uni<Void> nobody(List<Folded> folded) {
        return factsOf.ofNoCampaign()
                .invoke(perCurrency -> {
                    List<DayResult> all = new ArrayList<>();
                    perCurrency.forEach(facts -> all.addAll(fold().fold(facts)));
                    folded.add(new Folded(new Subject(Marks.NOBODY, null, null, null, null), all));
                })
                .replaceWithVoid();
    }

    private static Uni<List<CollaborationRow>> collaborations(List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from CollaborationRow where id in :ids", CollaborationRow.class)
                        .setParameter("ids", ids)
                        .setReadOnly(true)
                        .getResultList());
    }

    private static Uni<List<CampaignRow>> campaigns(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery("from CampaignRow where id in :ids", CampaignRow.class)
                        .setParameter("ids", ids)
                        .setReadOnly(true)
                        .getResultList());
    }

    private static Set<UUID> without(List<UUID> subjects, List<CollaborationRow> rows) {
        Set<UUID> left = new HashSet<>(subjects);
        rows.forEach(row -> left.remove(row.id));
        return left;
    }

    private ResultFold fold() {
        return new ResultFold(ZoneId.of(zone), viralThreshold);
    }
}
