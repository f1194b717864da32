package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.imports.application.ImportViews.ConflictAnswer;
import org.kolsuite.registry.imports.application.ImportViews.ImportAnswer;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.persistence.Imports;

/** Somebody looks how imports went. */
@ApplicationScoped
public class ShowImports {
    private static final int MOST_IN_A_FILE = 100_000;
    private static final int SOME_ISSUES = 5_000;

    /** More than anybody decides on in one sitting; each may have as many lines as {@code FileReview} lets it. */
    private static final int MOST_CONFLICTS = 200;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Imports imports;

    /** Newest first. */
    public Uni<Page<ImportAnswer>> list(Caller caller, @Nullable String cursor, @Nullable Integer limit) {
        return unitOfWork.as(
                caller,
                () -> imports.list(cursor, limit)
                        .chain(page -> imports.openConflicts(
                                        page.items().stream().map(row -> row.id).toList())
                                .map(open -> page.map(row -> ImportAnswer.of(row, open.getOrDefault(row.id, 0L))))));
    }

    public Uni<ImportAnswer> show(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> imports.require(id)
                        .chain(row -> imports.openConflicts(List.of(id))
                                .map(open -> ImportAnswer.of(row, open.getOrDefault(id, 0L)))));
    }

    /** Errors and warnings, in order of lines. */
    public Uni<Page<Issue>> issues(
            Caller caller,
            UUID id,
            Issue.@Nullable Severity severity,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return unitOfWork.as(
                caller, () -> imports.require(id).chain(() -> imports.issues(id, severity, cursor, Limits.of(limit))));
    }

    /** As many as fit into a file that a person opens, some at a time, in order of lines. */
    public Uni<Void> allIssues(Caller caller, UUID id, Consumer<List<Issue>> some) {
        return unitOfWork.as(
                caller,
                () -> imports.require(id)
                        .chain(() -> Multi.createBy()
                                .repeating()
                                .uni(
                                        Seen::new,
                                        seen -> imports.issues(id, null, seen.cursor, SOME_ISSUES)
                                                .map(page -> {
                                                    some.accept(page.items());
                                                    return seen.more(page);
                                                }))
                                .whilst(more -> more)
                                .collect()
                                .last())
                        .replaceWithVoid());
    }

    /** How far a file of issues is. */
    private static final class Seen {
        private @Nullable String cursor;
        private int issues;

        boolean more(Page<Issue> page) {
            cursor = page.nextCursor();
            issues += page.items().size();
            return cursor != null && issues < MOST_IN_A_FILE;
        }
    }

    /** In order of lines. Of very many, those that wait for a decision first: the next ones are seen when these are decided. */
    public Uni<List<ConflictAnswer>> conflicts(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> imports.require(id)
                        .chain(() -> imports.conflicts(id, MOST_CONFLICTS))
                        .map(rows -> rows.stream()
                                .map(row -> ConflictAnswer.of(row, imports.linesOf(row)))
                                .toList()));
    }
}
