package org.kolsuite.reporting.measuring.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.directory.CollaborationRow;
import org.kolsuite.reporting.measuring.model.ResultAtCut;
import org.kolsuite.reporting.measuring.persistence.Measurements;
import org.kolsuite.reporting.measuring.persistence.Measurements.Due;
import org.kolsuite.reporting.report.model.Facts;
import org.kolsuite.reporting.report.persistence.FactsOfSubject;

/**
 * Announces what a post had done at its cut. The sweep runs on every replica; a row's lock makes sure that each result is
 * announced once. When the projector meets facts that change an announced result, it is announced again.
 */
@ApplicationScoped
public class MeasureResults {
    private static final Logger LOG = Logger.getLogger(MeasureResults.class);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Measurements measurements;

    @Inject
    FactsOfSubject factsOf;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Scheduled(every = "${kol.reporting.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return unitOfWork
                .acrossTenants(() -> measurements.due())
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::measure)
                        .collect()
                        .last())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Results wait: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> measure(Due due) {
        return unitOfWork
                .as(
                        new Caller.System(due.tenant(), "measurement"),
                        () -> measurements
                                .take(due)
                                .chain(mine -> mine
                                        ? Panache.getSession()
                                                .chain(session ->
                                                        session.find(CollaborationRow.class, due.collaborationId()))
                                                .chain(row -> measure(row, due.daysAfter()))
                                        : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "The result of %s waits", due.collaborationId()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> measure(CollaborationRow row, int daysAfter) {
        return factsOf.collaboration(row).chain(facts -> {
            Instant publishedAt = facts == null ? null : facts.publishedAt();
            if (facts == null || publishedAt == null) {
                // The campaign is not known yet; the next look finds it.
                return Uni.createFrom().voidItem();
            }
            return announce(row, ResultAtCut.measure(facts, publishedAt, daysAfter));
        });
    }

    /**
     * Announces again what late facts have changed.
     *
     * @param facts of each collaboration that was folded
     */
    public Uni<Void> correct(List<CollaborationRow> rows, Map<UUID, Facts> facts) {
        Map<UUID, CollaborationRow> published = rows.stream()
                .filter(row -> row.publishedAt != null && facts.containsKey(row.id))
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        if (published.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return measurements
                .announced(published.keySet().toArray(UUID[]::new))
                .chain(announced -> Multi.createFrom()
                        .iterable(announced)
                        .onItem()
                        .transformToUniAndConcatenate(earlier -> correct(
                                Objects.requireNonNull(published.get(earlier.collaborationId())), facts, earlier))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> correct(CollaborationRow row, Map<UUID, Facts> facts, Measurements.Announced earlier) {
        ResultAtCut now = ResultAtCut.measure(
                Objects.requireNonNull(facts.get(row.id)),
                Objects.requireNonNull(row.publishedAt),
                earlier.daysAfter());
        return write(now).equals(earlier.result()) ? Uni.createFrom().voidItem() : announce(row, now);
    }

    private Uni<Void> announce(CollaborationRow row, ResultAtCut result) {
        return outbox.append(event(row, result))
                .chain(() -> measurements.announce(row.id, result.daysAfter(), write(result)));
    }

    private ResultMeasured event(CollaborationRow row, ResultAtCut result) {
        UUID collaboration = row.id;
        return new ResultMeasured(
                collaboration,
                row.campaignId,
                row.kolId,
                row.accountId,
                result.daysAfter(),
                result.views(),
                result.engagements(),
                result.saves(),
                result.orders(),
                result.netRevenue(),
                result.snapshotAt(),
                clock.instant());
    }

    private String write(ResultAtCut result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("results are writable", impossible);
        }
    }
}
