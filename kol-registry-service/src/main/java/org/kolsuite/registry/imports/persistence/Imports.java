package org.kolsuite.registry.imports.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.ProfileLine;

/** Keeps and finds import jobs and what belongs to them. Call inside a unit of work. */
@ApplicationScoped
public class Imports {
    private static final TypeReference<List<ProfileLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<ColumnMapping.Column>> COLUMNS = new TypeReference<>() {};

    @Inject
    ObjectMapper json;

    /** A job that waits for somebody to work on it. */
    public record Due(UUID tenant, UUID id) {}

    public Uni<Void> add(ImportRow job) {
        return Panache.getSession().chain(session -> session.persist(job).chain(session::flush));
    }

    /** Keeps a piece of the job's file; the pieces are numbered from 0. */
    public Uni<Void> addPiece(UUID importId, int piece, byte[] content) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into import_file_piece (import_id, piece, content) values (:id, :piece, :content)")
                        .setParameter("id", importId)
                        .setParameter("piece", piece)
                        .setParameter("content", content)
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<ImportRow> require(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(ImportRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("import", id));
    }

    /** The job, locked until the transaction ends. */
    public Uni<ImportRow> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(ImportRow.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("import", id));
    }

    /** Newest first. */
    public Uni<Page<ImportRow>> list(@Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return Panache.getSession()
                .chain(session -> {
                    var query = cursor == null
                            ? session.createQuery("from ImportRow order by createdAt desc, id desc", ImportRow.class)
                            : session.createQuery(
                                            "from ImportRow where createdAt < :at or (createdAt = :at and id < :id) order by createdAt desc, id desc",
                                            ImportRow.class)
                                    .setParameter("at", cursor.instant(0))
                                    .setParameter("id", cursor.uuid(1));
                    return query.setMaxResults(limit + 1).getResultList();
                })
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.createdAt, row.id), null));
    }

    /** Jobs that nobody works on, oldest first; looks across tenants. */
    public Uni<List<Due>> due(Instant now, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tenant_id, id from import_job
                                where state in ('QUEUED', 'RUNNING') and (leased_until is null or leased_until < :now)
                                order by created_at limit :most""", Object[].class)
                        .setParameter("now", now)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    /**
     * A piece of the job's file, none after the last. A job that the version before made has its file in one: the whole of it is the first
     * piece.
     */
    public Uni<Optional<byte[]>> piece(UUID importId, int piece) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select content from import_file_piece
                                where tenant_id = kol_tenant() and import_id = :id and piece = :piece
                                union all
                                select content from import_file
                                where tenant_id = kol_tenant() and import_id = :id and :piece = 0""", byte[].class)
                        .setParameter("id", importId)
                        .setParameter("piece", piece)
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** The file has done its duty; what it said of people lives on only where it can be erased. */
    public Uni<Void> dropContent(UUID importId) {
        return drop("import_file_piece", importId).chain(() -> drop("import_file", importId));
    }

    private static Uni<Void> drop(String table, UUID importId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from " + table + " where tenant_id = kol_tenant() and import_id = :id")
                        .setParameter("id", importId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> addIssues(UUID importId, List<Issue> issues) {
        if (issues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_issue (import_id, line, column_no, code, severity, header, field, value, detail)
                                select :id, line, "columnNo", code, severity, header, field, value, detail
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                                  line bigint, "columnNo" int, code text, severity text, header text, field text, value text, detail text)
                                on conflict do nothing""")
                        .setParameter("id", importId)
                        .setParameter("rows", write(issues))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In order of lines; errors only, warnings only, or both. */
    public Uni<Page<Issue>> issues(
            UUID importId, Issue.@Nullable Severity severity, @Nullable String cursorText, int limit) {
        Cursor cursor = Cursor.decode(cursorText, 3);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select line, column_no, header, field, severity, code, value, detail from import_issue
                                where tenant_id = kol_tenant() and import_id = :id
                                  and (cast(:severity as text) is null or severity = :severity)
                                  and (line, column_no, code) > (:line, :column, :code)
                                order by line, column_no, code limit :limit""", Object[].class)
                        .setParameter("id", importId)
                        .setParameter("severity", severity == null ? null : severity.name())
                        .setParameter("line", cursor == null ? -1L : cursor.number(0))
                        .setParameter("column", cursor == null ? 0 : Math.toIntExact(cursor.number(1)))
                        .setParameter("code", cursor == null ? "" : cursor.text(2))
                        .setParameter("limit", limit + 1)
                        .getResultList())
                .map(rows -> Page.of(
                        rows.stream().map(Imports::issue).toList(),
                        limit,
                        issue -> Cursor.of(issue.line(), issue.columnNo(), issue.code()),
                        null));
    }

    private static Issue issue(Object[] row) {
        return new Issue(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).intValue(),
                (String) row[2],
                (String) row[3],
                Issue.Severity.valueOf((String) row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7]);
    }

    /** @param lines as {@link #write} gives a list of {@link ProfileLine} */
    public Uni<Void> addConflict(ImportRow job, String handleKey, LocalDate takenOn, int firstLine, String lines) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_conflict (id, version, import_id, platform, handle_key, taken_on, first_line, lines)
                                values (:id, 0, :import, :platform, :handle, :taken, :line, :lines)
                                on conflict (tenant_id, import_id, handle_key, taken_on) do nothing""")
                        .setParameter("id", Ids.next())
                        .setParameter("import", job.id)
                        .setParameter("platform", job.platform)
                        .setParameter("handle", handleKey)
                        .setParameter("taken", takenOn)
                        .setParameter("line", (long) firstLine)
                        .setParameter("lines", lines)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In order of lines; where there are more than asked for, those that wait for a decision come before those that don't. */
    public Uni<List<ConflictRow>> conflicts(UUID importId, int most) {
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                                from ConflictRow where importId = :id
                                order by case when decision is null then 0 else 1 end, firstLine""", ConflictRow.class)
                        .setParameter("id", importId)
                        .setMaxResults(most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .sorted(Comparator.comparingLong(row -> row.firstLine))
                        .toList());
    }

    public Uni<ConflictRow> requireConflict(UUID importId, UUID id) {
        return Panache.getSession()
                .chain(session ->
                        session.find(ConflictRow.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE))
                .invoke(conflict -> {
                    if (conflict == null || !conflict.importId.equals(importId)) {
                        throw new UnknownId("conflict", id);
                    }
                });
    }

    /** How many conflicts of each job wait for a decision. */
    public Uni<java.util.Map<UUID, Long>> openConflicts(List<UUID> importIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select import_id, count(*) from import_conflict
                                where tenant_id = kol_tenant() and import_id = any(:ids) and decision is null group by 1""", Object[].class)
                        .setParameter("ids", importIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                row -> (UUID) row[0], row -> ((Number) row[1]).longValue())));
    }

    public List<ProfileLine> linesOf(ConflictRow conflict) {
        return read(conflict.lines, LINES);
    }

    public ColumnMapping mappingOf(ImportRow job) {
        return new ColumnMapping(read(job.columns, COLUMNS));
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("lines and issues are writable", impossible);
        }
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what is read here was written here", impossible);
        }
    }
}
