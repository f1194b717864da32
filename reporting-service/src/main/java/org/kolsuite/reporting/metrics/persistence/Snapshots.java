package org.kolsuite.reporting.metrics.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;

/** The appended snapshots; every method runs in the open transaction. */
@ApplicationScoped
public class Snapshots {
    @Inject
    Clock clock;

    /**
     * Appends snapshots with one statement; one that is there already adds nothing. Ids grow with time, so that their
     * index grows at its end; and who appends the same as somebody else at the same time waits for them in the same order.
     *
     * @return how many were new
     */
    public Uni<Integer> append(
            Provenance provenance, @Nullable UUID importId, String recordedBy, List<SnapshotColumns> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into metric_snapshot (id, collaboration_id, post, provenance, views, reads, likes, comments,
                                    shares, saves, declared_engagements, taken_at, recorded_at, recorded_by, import_id, line)
                                select uuidv7(), r.collaboration_id, r.post, :provenance, r.views, r.reads, r.likes, r.comments,
                                    r.shares, r.saves, r.declared_engagements, cast(r.taken_at as timestamptz), :now, :by,
                                    cast(:import as uuid), r.line
                                from unnest(cast(:collaborations as uuid[]), cast(:posts as text[]), cast(:views as bigint[]),
                                    cast(:reads as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]),
                                    cast(:shares as bigint[]), cast(:saves as bigint[]), cast(:declared as bigint[]),
                                    cast(:taken as text[]), cast(:lines as bigint[])) as r (collaboration_id, post, views, reads, likes,
                                    comments, shares, saves, declared_engagements, taken_at, line)
                                order by r.collaboration_id, r.post, r.taken_at, r.views, r.reads, r.likes, r.comments, r.shares, r.saves,
                                    r.declared_engagements
                                on conflict do nothing""")
                        .setParameter("provenance", provenance.name())
                        .setParameter("now", clock.instant())
                        .setParameter("by", recordedBy)
                        .setParameter("import", importId == null ? null : importId.toString())
                        .setParameter(
                                "collaborations",
                                rows.stream()
                                        .map(SnapshotColumns::collaborationId)
                                        .toArray(UUID[]::new))
                        .setParameter(
                                "posts",
                                rows.stream().map(SnapshotColumns::post).toArray(String[]::new))
                        .setParameter("views", counters(rows, Counters::views))
                        .setParameter("reads", counters(rows, Counters::reads))
                        .setParameter("likes", counters(rows, Counters::likes))
                        .setParameter("comments", counters(rows, Counters::comments))
                        .setParameter("shares", counters(rows, Counters::shares))
                        .setParameter("saves", counters(rows, Counters::saves))
                        .setParameter("declared", counters(rows, Counters::declaredEngagements))
                        .setParameter(
                                "taken",
                                rows.stream()
                                        .map(row -> row.takenAt().toString())
                                        .toArray(String[]::new))
                        .setParameter(
                                "lines",
                                rows.stream().map(SnapshotColumns::line).toArray(Long[]::new))
                        .executeUpdate());
    }

    private static Long[] counters(List<SnapshotColumns> rows, Function<Counters, @Nullable Long> counter) {
        return rows.stream().map(row -> counter.apply(row.counters())).toArray(Long[]::new);
    }

    /**
     * The snapshots of each collaboration, in no particular order. Those of a post come in one row with a list for each column: a row
     * for each snapshot costs more to take apart than to fold.
     */
    public Uni<Map<UUID, List<Snapshot>>> of(UUID[] collaborations) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select collaboration_id, post, provenance, cast(array_agg(views) as text), cast(array_agg(reads) as text),
                                    cast(array_agg(likes) as text), cast(array_agg(comments) as text), cast(array_agg(shares) as text),
                                    cast(array_agg(saves) as text), cast(array_agg(declared_engagements) as text),
                                    cast(array_agg(cast(extract(epoch from taken_at) * 1000000 as bigint)) as text),
                                    cast(array_agg(cast(extract(epoch from recorded_at) * 1000000 as bigint)) as text),
                                    cast(array_agg(seq) as text)
                                from metric_snapshot
                                where tenant_id = kol_tenant() and collaboration_id = any(:collaborations)
                                group by collaboration_id, post, provenance""", Object[].class)
                        .setParameter("collaborations", collaborations)
                        .getResultList())
                .map(posts -> {
                    Map<UUID, List<Snapshot>> snapshots = new HashMap<>();
                    posts.forEach(post -> snapshots
                            .computeIfAbsent((UUID) post[0], id -> new ArrayList<>())
                            .addAll(SnapshotLists.of(post)));
                    return snapshots;
                });
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
