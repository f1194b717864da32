package org.kolsuite.reporting.imports.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportMode;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Prepared;
import org.kolsuite.reporting.imports.model.Prepared.GoodLine;
import org.kolsuite.reporting.imports.persistence.ImportJobRow;
import org.kolsuite.reporting.imports.persistence.ImportJobs;

/** Works off accepted imports, on whichever replica looks first. The steps stand in the package's description. */
@ApplicationScoped
public class WorkOffImports {
    private static final Logger LOG = Logger.getLogger(WorkOffImports.class);
    private static final int BATCH = 5_000;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ImportJobs jobs;

    @Inject
    @All
    List<LineImport<?>> imports;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    /** Jobs that broke off here, for example because PostgreSQL was away: taken up again with the next look. */
    private final Set<UUID> dropped = ConcurrentHashMap.newKeySet();

    @Scheduled(every = "${kol.reporting.import-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return unitOfWork
                .acrossTenants(() -> jobs.open(dropped))
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::workOff)
                        .collect()
                        .last())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Imports wait: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> workOff(ImportJobs.Open open) {
        Caller.System worker = new Caller.System(open.tenant(), "import");
        return unitOfWork
                .as(worker, () -> jobs.take(open.id(), dropped.contains(open.id())))
                .chain(job -> {
                    dropped.remove(open.id());
                    if (job == null) {
                        return Uni.createFrom().voidItem();
                    }
                    return run(worker, job)
                            .onFailure(Rejection.class)
                            .recoverWithUni(refused -> refuse(worker, job, (Rejection) refused))
                            .onFailure()
                            .invoke(failure -> {
                                LOG.errorf(failure, "Import %s stopped; it is tried again", job.id);
                                if (Transient.isTransient(failure)) {
                                    dropped.add(job.id);
                                }
                            })
                            .onFailure()
                            .recoverWithNull();
                });
    }

    private Uni<Void> run(Caller.System worker, ImportJobRow job) {
        return run(worker, job, importOf(job.kind));
    }

    private <L> Uni<Void> run(Caller.System worker, ImportJobRow job, LineImport<L> lineImport) {
        ImportOptions options = options(job);
        return unitOfWork
                .as(worker, () -> jobs.file(job.id))
                .chain(content -> vertx.executeBlocking(() -> temporary(content)))
                .chain(file -> lineImport
                        .prepare(worker, file, job.fileName, options)
                        .eventually(() -> vertx.executeBlocking(() -> deleted(file))))
                .chain(prepared -> unitOfWork
                        .as(worker, () -> begin(job, prepared, options.mode()))
                        .chain(goOn -> goOn
                                ? store(worker, lineImport, job, prepared, options.mode())
                                : Uni.createFrom().voidItem()));
    }

    /** Keeps what was found; a file that is taken whole or not at all ends here if a line is bad. */
    private Uni<Boolean> begin(ImportJobRow seen, Prepared<?> prepared, ImportMode mode) {
        return jobs.lock(seen.id).chain(job -> {
            job.linesTotal = prepared.linesTotal();
            job.rejected = prepared.errorLines();
            job.warnings = prepared.warnings();
            jobs.renew(job);
            Uni<Void> kept = jobs.keepProblems(job.id, prepared.problems());
            if (mode == ImportMode.ALL_OR_NOTHING && job.rejected > 0) {
                job.refusedCode = "BAD_LINES";
                job.refusedWhy = job.rejected + " of " + job.linesTotal + " lines are bad, so none was imported.";
                return kept.chain(() -> jobs.finish(job, "REFUSED")).replaceWith(false);
            }
            return kept.replaceWith(true);
        });
    }

    private <L> Uni<Void> store(
            Caller.System worker, LineImport<L> lineImport, ImportJobRow seen, Prepared<L> prepared, ImportMode mode) {
        List<List<GoodLine<L>>> batches = batches(prepared.lines());
        if (mode == ImportMode.ALL_OR_NOTHING) {
            return unitOfWork.as(
                    worker,
                    () -> jobs.lock(seen.id)
                            .chain(job -> inOrder(batches, batch -> storeBatch(lineImport, job, batch))
                                    .chain(() -> done(job, prepared))));
        }
        return inOrder(
                        batches,
                        batch -> unitOfWork.as(
                                worker, () -> jobs.lock(seen.id).chain(job -> storeBatch(lineImport, job, batch))))
                .chain(() -> unitOfWork.as(worker, () -> jobs.lock(seen.id).chain(job -> done(job, prepared))));
    }

    /** One batch, with its progress in the same transaction; what an earlier worker stored is passed over. */
    private <L> Uni<Void> storeBatch(LineImport<L> lineImport, ImportJobRow job, List<GoodLine<L>> batch) {
        List<GoodLine<L>> left =
                batch.stream().filter(line -> line.line() > job.lastLine).toList();
        if (left.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lineImport
                .store(job.id, job.startedBy, left)
                .invoke(added -> {
                    job.added += added;
                    job.unchanged += left.size() - added;
                    job.lastLine = left.getLast().line();
                    jobs.renew(job);
                })
                .replaceWithVoid();
    }

    private Uni<Void> done(ImportJobRow job, Prepared<?> prepared) {
        job.lastLine = Math.max(job.lastLine, prepared.linesTotal());
        return jobs.finish(job, "DONE");
    }

    private Uni<Void> refuse(Caller.System worker, ImportJobRow seen, Rejection refused) {
        return unitOfWork.as(
                worker,
                () -> jobs.lock(seen.id).chain(job -> {
                    job.refusedCode = refused.code();
                    job.refusedWhy = refused.detail();
                    return jobs.finish(job, "REFUSED");
                }));
    }

    private static <T> Uni<Void> inOrder(List<T> items, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <L> List<List<GoodLine<L>>> batches(List<GoodLine<L>> lines) {
        List<List<GoodLine<L>>> batches = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            batches.add(lines.subList(from, Math.min(lines.size(), from + BATCH)));
        }
        return batches;
    }

    private LineImport<?> importOf(String kind) {
        return imports.stream()
                .filter(one -> one.kind() == ImportKind.valueOf(kind))
                .findFirst()
                .orElseThrow();
    }

    private ImportOptions options(ImportJobRow job) {
        try {
            return json.readValue(job.options, ImportOptions.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("options were written by this service", impossible);
        }
    }

    private static Path temporary(byte[] content) {
        try {
            return Files.write(Files.createTempFile("import", ".table"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
