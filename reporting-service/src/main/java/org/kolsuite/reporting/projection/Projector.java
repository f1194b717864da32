package org.kolsuite.reporting.projection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.directory.CampaignRow;
import org.kolsuite.reporting.directory.CollaborationRow;
import org.kolsuite.reporting.measuring.application.MeasureResults;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.ResultFold;
import org.kolsuite.reporting.report.persistence.FactsOfSubject;
import org.kolsuite.reporting.report.persistence.ResultDays;
import org.kolsuite.reporting.report.persistence.ResultDays.Subject;

/** Folds what is marked; the steps stand in the package's description. */
@ApplicationScoped
public class Projector {
    private static final Logger LOG = Logger.getLogger(Projector.class);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FactsOfSubject factsOf;

    @Inject
    ResultDays days;

    @Inject
    MeasureResults results;

    @ConfigProperty(name = "kol.reporting.zone")
    String zone;

    @ConfigProperty(name = "kol.reporting.viral-threshold")
    long viralThreshold;

    private record Marked(UUID tenant, UUID subject) {}

    @Scheduled(every = "${kol.reporting.project-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return marked().chain(marked -> Multi.createFrom()
                        .iterable(marked)
                        .onItem()
                        .transformToUniAndConcatenate(this::foldMarked)
                        .collect()
                        .last())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Results wait to be folded: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<Marked>> marked() {
        return unitOfWork.acrossTenants(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tenant_id, subject_id from projection_mark group by tenant_id, subject_id
                                order by min(id) limit 500""", Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Marked((UUID) row[0], (UUID) row[1]))
                        .toList()));
    }

    /** One subject that can't be folded doesn't keep the others waiting. */
    private Uni<Void> foldMarked(Marked marked) {
        return unitOfWork
                .as(
                        new Caller.System(marked.tenant(), "projector"),
                        () -> lock(marked.subject())
                                .chain(() -> takeMarks(marked.subject()))
                                .chain(taken -> taken == 0 ? Uni.createFrom().voidItem() : fold(marked.subject())))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "%s waits to be folded", marked.subject()))
                .onFailure()
                .recoverWithNull();
    }

    /** One worker per subject. */
    private static Uni<Void> lock(UUID subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('fold ' || :subject, 0))) l",
                                Integer.class)
                        .setParameter("subject", subject.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** A mark that is added from here on is seen by the next look. */
    private static Uni<Integer> takeMarks(UUID subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from projection_mark where subject_id = :subject")
                        .setParameter("subject", subject)
                        .executeUpdate());
    }

    /** Folds one subject from its facts under its lock, in the open transaction. */
    Uni<Void> foldLocked(UUID subject) {
        return lock(subject).chain(() -> fold(subject));
    }

    private Uni<Void> fold(UUID subject) {
        if (subject.equals(Marks.NOBODY)) {
            return foldNobody();
        }
        return Panache.getSession()
                .chain(session -> session.find(CollaborationRow.class, subject)
                        .chain(collaboration -> collaboration != null
                                ? foldCollaboration(collaboration)
                                : session.find(CampaignRow.class, subject)
                                        .chain(campaign -> campaign == null
                                                ? Uni.createFrom().voidItem()
                                                : foldCampaign(campaign))));
    }

    private Uni<Void> foldCollaboration(CollaborationRow row) {
        return factsOf.collaboration(row)
                .chain(facts -> facts == null
                        ? Uni.createFrom().voidItem()
                        : days.replace(new Subject(row.id, row.campaignId, row.id), fold().fold(facts))
                                .chain(() -> results.correct(row, facts)));
    }

    private Uni<Void> foldCampaign(CampaignRow campaign) {
        return factsOf.campaignOnly(campaign)
                .chain(facts -> days.replace(new Subject(campaign.id, campaign.id, null), fold().fold(facts)));
    }

    private Uni<Void> foldNobody() {
        return factsOf.ofNoCampaign().chain(perCurrency -> {
            List<DayResult> all = new ArrayList<>();
            perCurrency.forEach(facts -> all.addAll(fold().fold(facts)));
            return days.replace(new Subject(Marks.NOBODY, null, null), all);
        });
    }

    private ResultFold fold() {
        return new ResultFold(ZoneId.of(zone), viralThreshold);
    }
}
