package org.kolsuite.reporting.metrics.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.directory.CollaborationRow;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.NoCounters;
import org.kolsuite.reporting.metrics.model.NotALink;
import org.kolsuite.reporting.metrics.model.PostLink;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.metrics.model.TakenInTheFuture;
import org.kolsuite.reporting.metrics.persistence.SnapshotColumns;
import org.kolsuite.reporting.metrics.persistence.Snapshots;
import org.kolsuite.reporting.projection.Marks;

/**
 * Takes the counters that a KOL or an agency reports, for their own collaborations only: the row is looked for under the
 * partner's own visibility, so somebody else's collaboration is as unknown as none. All snapshots of a request are taken
 * or none.
 */
@ApplicationScoped
public class SubmitMetrics {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Snapshots snapshots;

    @Inject
    Marks marks;

    @Inject
    Clock clock;

    /** @param postUrl null for the collaboration's own post */
    public record Reported(UUID collaborationId, @Nullable String postUrl, Instant takenAt, Counters counters) {}

    /** @return how many of them were new; the others were known already */
    public Uni<Integer> submit(Caller partner, List<Reported> reported) {
        for (int i = 0; i < reported.size(); i++) {
            check(reported.get(i), "snapshots[" + i + "]");
        }
        return Multi.createFrom()
                .iterable(reported)
                .onItem()
                .transformToUniAndConcatenate(one -> find(one.collaborationId()).map(row -> new Found(row, one)))
                .collect()
                .asList()
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(one -> store(partner, one))
                        .collect()
                        .asList())
                .map(added -> added.stream().mapToInt(Integer::intValue).sum());
    }

    private record Found(CollaborationRow collaboration, Reported reported) {}

    private void check(Reported reported, String field) {
        if (reported.takenAt().isAfter(clock.instant())) {
            throw new TakenInTheFuture(field + ".takenAt");
        }
        if (!reported.counters().sayAnything()) {
            throw new NoCounters(field);
        }
        if (reported.postUrl() != null && PostLink.parse(reported.postUrl()).isEmpty()) {
            throw new NotALink(field + ".postUrl");
        }
    }

    private static Uni<CollaborationRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(CollaborationRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("collaboration", id));
    }

    private Uni<Integer> store(Caller partner, Found found) {
        CollaborationRow collaboration = found.collaboration();
        String post = Optional.ofNullable(found.reported().postUrl())
                .flatMap(PostLink::parse)
                .map(PostLink::value)
                .or(() -> Optional.ofNullable(collaboration.post))
                .orElse(collaboration.id.toString());
        SnapshotColumns columns = new SnapshotColumns(
                collaboration.id,
                post,
                found.reported().counters(),
                found.reported().takenAt(),
                null);
        return unitOfWork
                .enter(collaboration.tenant)
                .chain(() -> snapshots.append(Provenance.PARTNER, null, partner.name(), List.of(columns)))
                .call(() -> marks.subjects(List.of(collaboration.id)));
    }
}
