package org.kolsuite.reporting.measuring.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kolsuite.reporting.measuring.model.ResultAtCut;

/** Due times and announced results; every method runs in the open transaction. */
@ApplicationScoped
public class Measurements {
    @Inject
    Clock clock;

    /** A result that is due, seen across tenants. */
    public record Due(UUID tenant, UUID collaborationId, int daysAfter) {}

    /** A result that was announced, as JSON. */
    public record Announced(UUID collaborationId, int daysAfter, String result) {}

    /** Writes when results are due; a corrected publishing time moves those that were not announced yet. */
    public Uni<Void> expect(UUID collaborationId, Instant publishedAt) {
        return Multi.createFrom()
                .iterable(ResultAtCut.DAYS_AFTER)
                .onItem()
                .transformToUniAndConcatenate(
                        days -> expect(collaborationId, days, ResultAtCut.dueAt(publishedAt, days)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> expect(UUID collaborationId, int days, Instant dueAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into measurement (collaboration_id, days_after, due_at) values (:collaboration, :days, :due)
                                on conflict (tenant_id, collaboration_id, days_after) do update set due_at = excluded.due_at
                                where measurement.announced is null""")
                        .setParameter("collaboration", collaborationId)
                        .setParameter("days", days)
                        .setParameter("due", dueAt)
                        .executeUpdate());
    }

    public Uni<List<Due>> due() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tenant_id, collaboration_id, days_after from measurement
                                where announced is null and due_at <= :now order by due_at limit 200""", Object[].class)
                        .setParameter("now", clock.instant())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due((UUID) row[0], (UUID) row[1], (Integer) row[2]))
                        .toList());
    }

    /** Locks a due result for this worker; false when another has it or it was announced meanwhile. */
    public Uni<Boolean> take(Due due) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select days_after from measurement
                                where collaboration_id = :collaboration and days_after = :days and announced is null
                                  and due_at <= :now
                                for update skip locked""", Integer.class)
                        .setParameter("collaboration", due.collaborationId())
                        .setParameter("days", due.daysAfter())
                        .setParameter("now", clock.instant())
                        .getSingleResultOrNull())
                .map(found -> found != null);
    }

    /** What was announced of these, locked. */
    public Uni<List<Announced>> announced(UUID[] collaborations) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select collaboration_id, days_after, announced from measurement
                                where tenant_id = kol_tenant() and collaboration_id = any(:collaborations) and announced is not null
                                order by collaboration_id, days_after for update""", Object[].class)
                        .setParameter("collaborations", collaborations)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Announced((UUID) row[0], (Integer) row[1], (String) row[2]))
                        .toList());
    }

    public Uni<Void> announce(UUID collaborationId, int daysAfter, String result) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update measurement set announced = :result, announced_at = :now
                                where collaboration_id = :collaboration and days_after = :days""")
                        .setParameter("result", result)
                        .setParameter("now", clock.instant())
                        .setParameter("collaboration", collaborationId)
                        .setParameter("days", daysAfter)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
