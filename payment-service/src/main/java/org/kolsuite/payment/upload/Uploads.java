package org.kolsuite.payment.upload;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** The files that were uploaded: what was asked, the counts, the issues. */
@ApplicationScoped
public class Uploads {
    /** Many issues are written in several statements, so that their text is never held whole. */
    private static final int ISSUES_AT_ONCE = 1_000;

    private static final String COLUMNS = """
            select id, kind, file_name, size_bytes, status, lines_total, lines_done, accepted, known, rejected, failure_code,
                   failure_detail, uploaded_by_name, uploaded_at, finished_at from upload\s""";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Originals originals;

    @Inject
    Bulk bulk;

    @Inject
    Clock clock;

    /** Without a word for this long the worker of a job counts as dead. */
    @ConfigProperty(name = "kol.payment.upload.abandoned-after")
    Duration abandonedAfter;

    /** A job that waits for a worker. */
    record Waiting(UUID tenant, UUID id, String kind) {}

    /** Keeps the file and queues it, in the transaction that is open. */
    public Uni<UUID> queue(Caller caller, String kind, String fileName, UploadedFile.Taken file, String options) {
        UUID id = Ids.next();
        return Sql.of("""
                        insert into upload (id, kind, file_name, sha256, size_bytes, content_cipher, options, status,
                                            uploaded_by, uploaded_by_name, uploaded_at)
                        values (:id, :kind, :name, :sha, :size, '', :options, 'QUEUED', :by, :byName, :at)""")
                .with("id", id)
                .with("kind", kind)
                .with("name", fileName)
                .with("sha", file.sha256())
                .with("size", file.sizeBytes())
                .with("options", options)
                .with("by", caller.subject())
                .with("byName", caller.name())
                .with("at", clock.instant())
                .execute()
                .chain(() -> originals.keep(id, file))
                .replaceWith(id);
    }

    /** Whether a file with this content was taken before, in the transaction that is open. */
    public Uni<Boolean> knows(String kind, String sha256) {
        return Sql.of("select count(*) from upload where kind = :kind and sha256 = :sha and status <> 'FAILED'")
                .with("kind", kind)
                .with("sha", sha256)
                .number()
                .map(count -> count > 0);
    }

    public Uni<Upload> one(Caller caller, String kind, UUID id) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(COLUMNS + "where id = :id and kind = :kind")
                        .with("id", id)
                        .with("kind", kind)
                        .first(Uploads::toUpload)
                        .map(found -> found.orElseThrow(UploadRejection.UploadUnknown::new)));
    }

    /** Newest first. */
    public Uni<Page<Upload>> list(Caller caller, String kind, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of(COLUMNS + """
                        where kind = :kind and (cast(:at as text) is null or (uploaded_at, id)
                              < (cast(cast(:at as text) as timestamptz), cast(cast(:id as text) as uuid)))
                        order by uploaded_at desc, id desc limit :limit""")
                        .with("kind", kind)
                        .with("at", cursor == null ? null : cursor.instant(0).toString())
                        .with("id", cursor == null ? null : cursor.uuid(1).toString())
                        .with("limit", limit + 1)
                        .list(Uploads::toUpload)
                        .map(rows -> Page.of(rows, limit, one -> Cursor.of(one.uploadedAt(), one.id()), null)));
    }

    public Uni<Page<Upload.Issue>> issues(
            Caller caller, UUID id, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 1);
        long after = cursor == null ? -1 : cursor.number(0);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of("select count(*) from upload_issue where upload_id = :id")
                        .with("id", id)
                        .number()
                        .chain(total -> Sql.of("""
                                select severity, code, line, col, field, statement, detail, position from upload_issue
                                where upload_id = :id and position > :after order by position limit :limit""")
                                .with("id", id)
                                .with("after", after)
                                .with("limit", limit + 1)
                                .list(row -> Map.entry(toIssue(row), row.number()))
                                .map(rows -> Page.of(rows, limit, one -> Cursor.of(one.getValue()), total)
                                        .map(Map.Entry::getKey))));
    }

    /**
     * Jobs of every tenant that nobody works on.
     *
     * @param dropped jobs that were begun here and broke off: nobody else has them
     */
    Uni<List<Waiting>> waiting(Collection<UUID> dropped) {
        return unitOfWork.acrossTenants(() -> Sql.of("""
                        select tenant_id, id, kind from upload
                        where status = 'QUEUED'
                           or (status = 'RUNNING' and (claimed_at < :abandoned or id = any(cast(:dropped as uuid[]))))
                        order by uploaded_at limit 20""")
                .with("abandoned", clock.instant().minus(abandonedAfter))
                .withIds("dropped", dropped)
                .list(row -> new Waiting(row.uuid(), row.uuid(), row.text())));
    }

    /** Takes a job, unless another worker was faster. A job that was dropped here is still ours. */
    Uni<Optional<Upload.Work>> claim(Caller caller, Waiting job, boolean wasDropped) {
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        update upload set status = 'RUNNING', claimed_at = :now
                        where id = :id and (status = 'QUEUED' or (status = 'RUNNING' and (claimed_at < :abandoned or :dropped)))""")
                        .with("dropped", wasDropped)
                        .with("now", clock.instant())
                        .with("abandoned", clock.instant().minus(abandonedAfter))
                        .with("id", job.id())
                        .execute()
                        .chain(claimed -> claimed == 0
                                ? Uni.createFrom().item(Optional.<Upload.Work>empty())
                                : Sql.of("""
                                        select file_name, options, uploaded_by, uploaded_by_name
                                        from upload where id = :id""").with("id", job.id()).first(row -> toWork(job, row))));
    }

    /** Says how far it is; also that the worker lives. In the transaction that is open. */
    public Uni<Void> progress(UUID id, Upload.Result soFar, int done) {
        return counts("update upload set claimed_at = :now, ", id, soFar, done);
    }

    /** Says that the worker lives while it reads. In the transaction that is open. */
    public Uni<Void> renew(UUID id) {
        return Sql.of("update upload set claimed_at = :now where id = :id")
                .with("now", clock.instant())
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    /** Takes back what an attempt that broke off has said about the lines, in the transaction that is open. */
    public Uni<Void> forgetIssues(UUID id) {
        return Sql.of("delete from upload_issue where upload_id = :id")
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    /** The end of a job, in the transaction of its last effect. */
    public Uni<Void> done(UUID id, Upload.Result result) {
        return counts("update upload set status = 'DONE', finished_at = :now, ", id, result, result.total());
    }

    public Uni<Void> failed(Caller caller, UUID id, String code, String detail) {
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        update upload set status = 'FAILED', finished_at = :now, failure_code = :code, failure_detail = :detail
                        where id = :id""")
                        .with("now", clock.instant())
                        .with("code", code)
                        .with("detail", detail)
                        .with("id", id)
                        .execute()
                        .replaceWithVoid());
    }

    /** Adds issues behind those that stand there, in the transaction that is open. */
    public Uni<Void> addIssues(UUID id, List<Upload.Issue> issues) {
        if (issues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.of("select coalesce(max(position), -1) from upload_issue where upload_id = :id")
                .with("id", id)
                .number()
                .chain(last -> Multi.createBy()
                        .repeating()
                        .uni(AtomicInteger::new, from -> {
                            int start = from.getAndAdd(ISSUES_AT_ONCE);
                            int end = Math.min(issues.size(), start + ISSUES_AT_ONCE);
                            return insert(id, last + start, issues.subList(start, end))
                                    .replaceWith(end < issues.size());
                        })
                        .whilst(more -> more)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Integer> insert(UUID id, long last, List<Upload.Issue> issues) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        long position = last;
        for (Upload.Issue issue : issues) {
            position++;
            rows.add(Bulk.row(
                    "upload_id", id,
                    "position", position,
                    "severity", issue.severity(),
                    "code", issue.code(),
                    "line", issue.line(),
                    "col", issue.column(),
                    "field", issue.field(),
                    "statement", issue.statement(),
                    "detail", issue.detail()));
        }
        return bulk.of("""
                                    insert into upload_issue (upload_id, position, severity, code, line, col, field, statement,
                                                              detail)
                                    select upload_id, position, severity, code, line, col, field, statement, detail
                                    from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                                      as r(upload_id uuid, position int, severity text, code text, line bigint, col int,
                                           field text, statement text, detail text)""", rows).execute();
    }

    private Uni<Void> counts(String update, UUID id, Upload.Result result, int done) {
        return Sql.of(update + """
                        lines_total = :total, lines_done = :done, accepted = :accepted, known = :known, rejected = :rejected
                        where id = :id""")
                .with("now", clock.instant())
                .with("total", result.total())
                .with("done", done)
                .with("accepted", result.accepted())
                .with("known", result.known())
                .with("rejected", result.rejected())
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    private static Upload.Work toWork(Waiting job, Columns row) {
        return new Upload.Work(job.id(), job.tenant(), row.text(), row.text(), row.text(), row.text());
    }

    private static Upload toUpload(Columns row) {
        return new Upload(
                row.uuid(),
                row.text(),
                row.text(),
                row.number(),
                row.text(),
                row.integer(),
                row.integer(),
                row.integer(),
                row.integer(),
                row.integer(),
                row.textOrNull(),
                row.textOrNull(),
                row.text(),
                row.instant(),
                row.instantOrNull());
    }

    private static Upload.Issue toIssue(Columns row) {
        String severity = row.text();
        String code = row.text();
        Long line = row.numberOrNull();
        Long column = row.numberOrNull();
        return new Upload.Issue(
                severity,
                code,
                line,
                column == null ? null : column.intValue(),
                row.textOrNull(),
                row.textOrNull(),
                row.text());
    }
}
