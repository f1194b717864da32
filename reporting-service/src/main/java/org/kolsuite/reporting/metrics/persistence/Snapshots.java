package org.kolsuite.reporting.metrics.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;

/** The appended snapshots; every method runs in the open transaction. */
@ApplicationScoped
public class Snapshots {
    @Inject
    Clock clock;

    /**
     * Appends snapshots; one that is there already adds nothing.
     *
     * @param lines JSON objects with the columns of {@code metric_snapshot}
     * @return how many were new
     */
    public Uni<Integer> append(Provenance provenance, @Nullable UUID importId, String recordedBy, List<String> lines) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into metric_snapshot (id, collaboration_id, post, provenance, views, reads, likes, comments,
                                    shares, saves, declared_engagements, taken_at, recorded_at, recorded_by, import_id, line)
                                select gen_random_uuid(), r.collaboration_id, r.post, :provenance, r.views, r.reads, r.likes, r.comments,
                                    r.shares, r.saves, r.declared_engagements, r.taken_at, :now, :by, cast(:import as uuid), r.line
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (collaboration_id uuid, post text, views bigint,
                                    reads bigint, likes bigint, comments bigint, shares bigint, saves bigint,
                                    declared_engagements bigint, taken_at timestamptz, line bigint)
                                on conflict do nothing""")
                        .setParameter("provenance", provenance.name())
                        .setParameter("now", clock.instant())
                        .setParameter("by", recordedBy)
                        .setParameter("import", importId == null ? null : importId.toString())
                        .setParameter("rows", "[" + String.join(",", lines) + "]")
                        .executeUpdate());
    }

    public Uni<List<Snapshot>> of(UUID collaborationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select post, views, reads, likes, comments, shares, saves, declared_engagements, provenance, taken_at,
                                    recorded_at, seq
                                from metric_snapshot where collaboration_id = :collaboration""", Object[].class)
                        .setParameter("collaboration", collaborationId)
                        .getResultList())
                .map(rows -> rows.stream().map(Snapshots::toSnapshot).toList());
    }

    private static Snapshot toSnapshot(Object[] row) {
        return new Snapshot(
                (String) row[0],
                new Counters(
                        (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Long) row[5], (Long) row[6], (Long)
                                row[7]),
                Provenance.valueOf((String) row[8]),
                Columns.instant(row[9]),
                Columns.instant(row[10]),
                (Long) row[11]);
    }

    /**
     * Which posts and collaborations there are, for reading a file.
     *
     * @param byPost collaborations by the post's link; several when two claim the same post
     * @param postOf each collaboration's own post, or null before it has one
     */
    public record Known(Map<String, Set<UUID>> byPost, Map<UUID, @Nullable String> postOf) {}

    public Uni<Known> known() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select collaboration_id, post from collaboration_known", Object[].class)
                        .getResultList())
                .map(rows -> {
                    Map<String, Set<UUID>> byPost = new HashMap<>();
                    Map<UUID, @Nullable String> postOf = new HashMap<>();
                    for (Object[] row : rows) {
                        postOf.put((UUID) row[0], (String) row[1]);
                        if (row[1] != null) {
                            byPost.computeIfAbsent((String) row[1], post -> new HashSet<>())
                                    .add((UUID) row[0]);
                        }
                    }
                    return new Known(byPost, postOf);
                });
    }
}
