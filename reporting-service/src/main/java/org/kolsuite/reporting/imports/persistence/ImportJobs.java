package org.kolsuite.reporting.imports.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.LineProblem.Severity;

/** Jobs with their files and problems; every method runs in the open transaction. */
@ApplicationScoped
public class ImportJobs {
    private static final int PROBLEM_BATCH = 2_000;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** How long a worker has a job for itself; renewed with every batch. Two at once would do the work twice, not its effect. */
    @ConfigProperty(name = "kol.reporting.import-lease")
    Duration lease;

    /** A job somebody has to do, seen across tenants. */
    public record Open(UUID tenant, UUID id) {}

    public Uni<Void> add(ImportJobRow row) {
        return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
    }

    /** Keeps a piece of the job's file; the pieces are numbered from 0. */
    public Uni<Void> addPiece(UUID id, int piece, byte[] content) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into import_file_piece (import_id, piece, content) values (:id, :piece, :content)")
                        .setParameter("id", id)
                        .setParameter("piece", piece)
                        .setParameter("content", content)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * The jobs that wait, and those whose worker died.
     *
     * @param dropped jobs that were begun here and broke off: nobody else has them
     */
    public Uni<List<Open>> open(Collection<UUID> dropped) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tenant_id, id from import_job
                                where status = 'WAITING'
                                   or (status = 'RUNNING' and (taken_until < :now or id = any(cast(:dropped as uuid[]))))
                                order by created_at limit 20""", Object[].class)
                        .setParameter("now", clock.instant())
                        .setParameter("dropped", dropped.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Open((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    /** Takes the job for this worker; null when somebody else has it. A job that was dropped here is still ours. */
    public Uni<@Nullable ImportJobRow> take(UUID id, boolean wasDropped) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        update import_job set status = 'RUNNING', taken_until = :until
                        where id = :id and (status = 'WAITING' or (status = 'RUNNING' and (taken_until < :now or :dropped)))""")
                        .setParameter("dropped", wasDropped)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("until", now.plus(lease))
                        .executeUpdate()
                        .chain(taken -> taken == 1
                                ? session.find(ImportJobRow.class, id)
                                : Uni.createFrom().nullItem()));
    }

    /** A piece of the job's file, none after the last. What the version before took in is in one piece. */
    public Uni<Optional<byte[]>> piece(UUID id, int piece) {
        return Panache.getSession()
                .chain(session -> session.<byte[]>createNativeQuery("""
                                select content from import_file_piece where import_id = :id and piece = :piece
                                union all
                                select content from import_file where import_id = :id and :piece = 0""")
                        .setParameter("id", id)
                        .setParameter("piece", piece)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The job, locked, or {@link UnknownId}. */
    public Uni<ImportJobRow> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from ImportJobRow where id = :id", ImportJobRow.class)
                        .setParameter("id", id)
                        .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("import", id));
    }

    /** Whether half of the lease is over. */
    public boolean wantsRenewal(ImportJobRow job) {
        return job.takenUntil == null
                || clock.instant().plus(lease.dividedBy(2)).isAfter(job.takenUntil);
    }

    public void renew(ImportJobRow job) {
        job.takenUntil = clock.instant().plus(lease);
    }

    /** The file has done its work: what it said stands in the facts. */
    public Uni<Void> finish(ImportJobRow job, String status) {
        job.status = status;
        job.finishedAt = clock.instant();
        job.takenUntil = null;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from import_file_piece where import_id = :id")
                        .setParameter("id", job.id)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from import_file where import_id = :id")
                                .setParameter("id", job.id)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Forgets what was found wrong: whoever reads the file again finds the same. */
    public Uni<Void> forgetProblems(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from import_problem where import_id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds what is wrong with some lines. */
    public Uni<Void> addProblems(UUID id, List<LineProblem> problems) {
        return Uni.createFrom()
                .deferred(() -> Multi.createFrom()
                        .iterable(batches(problems))
                        .onItem()
                        .transformToUniAndConcatenate(batch -> insert(id, batch))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Integer> insert(UUID id, List<LineProblem> batch) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_problem (import_id, line, col, header, severity, code, value, detail)
                                select :id, line, "column", header, severity, code, value, detail
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                                  as r (line bigint, "column" int, header text, severity text, code text, value text, detail text)""")
                        .setParameter("id", id)
                        .setParameter("rows", write(batch))
                        .executeUpdate());
    }

    public Uni<ImportJobRow> find(ImportKind kind, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ImportJobRow where id = :id and kind = :kind", ImportJobRow.class)
                        .setParameter("id", id)
                        .setParameter("kind", kind.name())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("import", id));
    }

    /** Newest first. */
    public Uni<Page<ImportJobRow>> list(ImportKind kind, @Nullable String cursorText, int limit) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        String after = cursor == null ? "" : " and (createdAt < :at or (createdAt = :at and id < :id))";
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createQuery(
                                    "from ImportJobRow where kind = :kind" + after
                                            + " order by createdAt desc, id desc",
                                    ImportJobRow.class)
                            .setParameter("kind", kind.name())
                            .setMaxResults(limit + 1);
                    if (cursor != null) {
                        query.setParameter("at", cursor.instant(0)).setParameter("id", cursor.uuid(1));
                    }
                    return query.getResultList();
                })
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.createdAt, row.id), null));
    }

    /** In the order of the lines. */
    public Uni<Page<LineProblem>> problems(UUID id, @Nullable String cursorText, int limit) {
        Cursor cursor = Cursor.decode(cursorText, 1);
        long after = cursor == null ? 0 : cursor.number(0);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select line, col, header, severity, code, value, detail, seq from import_problem
                                where import_id = :id and seq > :after order by seq limit :limit""", Object[].class)
                        .setParameter("id", id)
                        .setParameter("after", after)
                        .setParameter("limit", limit + 1)
                        .getResultList())
                .map(rows ->
                        Page.of(rows, limit, row -> Cursor.of(row[7]), null).map(ImportJobs::toProblem));
    }

    private static LineProblem toProblem(Object[] row) {
        return new LineProblem(
                (Long) row[0],
                (Integer) row[1],
                (String) row[2],
                Severity.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }

    private static List<List<LineProblem>> batches(List<LineProblem> problems) {
        List<List<LineProblem>> batches = new ArrayList<>();
        for (int from = 0; from < problems.size(); from += PROBLEM_BATCH) {
            batches.add(problems.subList(from, Math.min(problems.size(), from + PROBLEM_BATCH)));
        }
        return batches;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("problems are writable", impossible);
        }
    }
}
