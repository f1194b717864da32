package org.kolsuite.reporting.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.model.ImportJob;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.persistence.ImportJobRow;
import org.kolsuite.reporting.imports.persistence.ImportJobs;

/** How imports are going, and what was wrong with their lines. */
@ApplicationScoped
public class ReadImports {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ImportJobs jobs;

    public Uni<ImportJob> one(Caller.Member caller, ImportKind kind, UUID id) {
        return unitOfWork.as(caller, () -> jobs.find(kind, id).map(ImportJobRow::toModel));
    }

    /** Newest first. */
    public Uni<Page<ImportJob>> list(Caller.Member caller, ImportKind kind, @Nullable String cursor, int limit) {
        return unitOfWork.as(caller, () -> jobs.list(kind, cursor, limit).map(page -> page.map(ImportJobRow::toModel)));
    }

    public Uni<Page<LineProblem>> problems(
            Caller.Member caller, ImportKind kind, UUID id, @Nullable String cursor, int limit) {
        return unitOfWork.as(caller, () -> jobs.find(kind, id).chain(found -> jobs.problems(id, cursor, limit)));
    }
}
