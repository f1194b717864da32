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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.file.FilePieces;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportMode;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Judgement;
import org.kolsuite.reporting.imports.model.Part;
import org.kolsuite.reporting.imports.model.Part.GoodLine;
import org.kolsuite.reporting.imports.persistence.ImportJobRow;
import org.kolsuite.reporting.imports.persistence.ImportJobs;
import org.kolsuite.reporting.projection.Marks;

/** Works off accepted imports, on whichever replica looks first. The steps stand in the package's description. */
@ApplicationScoped
public class WorkOffImports {
    private static final Logger LOG = Logger.getLogger(WorkOffImports.class);

    private static final int AT_ONCE = 2;

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

    private final AtomicInteger atWork = new AtomicInteger();

    /** Two files at once, so that a short one does not wait behind a long one. */
    @Scheduled(every = "${kol.reporting.import-every}")
    Uni<Void> look() {
        return Uni.createFrom().deferred(() -> {
            if (atWork.incrementAndGet() > AT_ONCE) {
                atWork.decrementAndGet();
                return Uni.createFrom().voidItem();
            }
            return Multi.createBy()
                    .repeating()
                    .uni(this::workOffNext)
                    .whilst(goesOn -> goesOn)
                    .collect()
                    .last()
                    .replaceWithVoid()
                    .onFailure()
                    .invoke(failure -> LOG.warnf("Imports wait: %s", failure.getMessage()))
                    .onFailure()
                    .recoverWithNull()
                    .eventually(atWork::decrementAndGet);
        });
    }

    /** @return false when there is nothing to do, or when something went wrong: then the next look goes on */
    private Uni<Boolean> workOffNext() {
        return unitOfWork
                .acrossTenants(() -> jobs.open(dropped))
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::take)
                        .select()
                        .first()
                        .toUni())
                .chain(taken -> taken == null ? Uni.createFrom().item(false) : workOff(taken));
    }

    /** A job that is ours for a while. */
    private record Taken(Caller.System worker, ImportJobRow job) {}

    /** Null when somebody else was faster. Of those here, one alone takes up what was dropped. */
    private Uni<@Nullable Taken> take(ImportJobs.Open open) {
        Caller.System worker = new Caller.System(open.tenant(), "import");
        boolean wasDropped = dropped.remove(open.id());
        return unitOfWork
                .as(worker, () -> jobs.take(open.id(), wasDropped))
                .onFailure()
                .invoke(() -> {
                    if (wasDropped) {
                        dropped.add(open.id());
                    }
                })
                .map(job -> job == null ? null : new Taken(worker, job));
    }

    private Uni<Boolean> workOff(Taken taken) {
        Caller.System worker = taken.worker();
        ImportJobRow job = taken.job();
        return run(worker, job)
                .onFailure(Rejection.class)
                .recoverWithUni(refused -> refuse(worker, job, (Rejection) refused))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> {
                    LOG.errorf(failure, "Import %s stopped; it is tried again", job.id);
                    if (Transient.isTransient(failure)) {
                        dropped.add(job.id);
                    }
                })
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Void> run(Caller.System worker, ImportJobRow job) {
        return run(worker, job, importOf(job.kind));
    }

    private <L> Uni<Void> run(Caller.System worker, ImportJobRow job, LineImport<L> lineImport) {
        ImportOptions options = options(job);
        return unitOfWork
                .as(worker, () -> FilePieces.together(piece -> jobs.piece(job.id, piece)))
                .chain(file -> lineImport
                        .prepare(worker, file, job.fileName, options)
                        .chain(readers -> judge(worker, job, readers)
                                .chain(judged -> unitOfWork.as(worker, () -> begin(job, judged, options.mode())))
                                .chain(goOn -> goOn
                                        ? store(worker, lineImport, job, readers, options.mode())
                                        : Uni.createFrom().voidItem()))
                        .eventually(() -> vertx.executeBlocking(() -> deleted(file))));
    }

    /** Reads the whole file before any of it is stored, and keeps what is wrong with its lines. */
    private <L> Uni<Judgement> judge(Caller.System worker, ImportJobRow seen, Supplier<LineReader<L>> readers) {
        return unitOfWork
                .as(worker, () -> jobs.forgetProblems(seen.id))
                .chain(() -> inParts(readers, part -> note(worker, seen, part).replaceWith(Judgement.of(part)))
                        .collect()
                        .with(Collectors.reducing(Judgement.NOTHING_READ, Judgement::plus)));
    }

    /** Keeps what is wrong with a part; one that is well costs no transaction, unless the lease wants it. */
    private Uni<Void> note(Caller.System worker, ImportJobRow seen, Part<?> part) {
        if (part.problems().isEmpty() && !jobs.wantsRenewal(seen)) {
            return Uni.createFrom().voidItem();
        }
        jobs.renew(seen);
        return unitOfWork.as(
                worker,
                () -> jobs.lock(seen.id).chain(job -> {
                    jobs.renew(job);
                    return jobs.addProblems(job.id, part.problems());
                }));
    }

    /** A file that is taken whole or not at all ends here if a line is bad. */
    private Uni<Boolean> begin(ImportJobRow seen, Judgement judged, ImportMode mode) {
        return jobs.lock(seen.id).chain(job -> {
            job.linesTotal = judged.lines();
            job.rejected = judged.errorLines();
            job.warnings = judged.warnings();
            jobs.renew(job);
            if (mode == ImportMode.ALL_OR_NOTHING && job.rejected > 0) {
                job.refusedCode = "BAD_LINES";
                job.refusedWhy = job.rejected + " of " + job.linesTotal + " lines are bad, so none was imported.";
                return jobs.finish(job, "REFUSED").replaceWith(false);
            }
            return Uni.createFrom().item(true);
        });
    }

    private <L> Uni<Void> store(
            Caller.System worker,
            LineImport<L> lineImport,
            ImportJobRow seen,
            Supplier<LineReader<L>> readers,
            ImportMode mode) {
        if (mode == ImportMode.ALL_OR_NOTHING) {
            return unitOfWork.as(
                    worker,
                    () -> jobs.lock(seen.id)
                            .chain(job -> inParts(readers, part -> storePart(lineImport, job, part))
                                    .collect()
                                    .last()
                                    .chain(() -> done(job))));
        }
        return inParts(
                        readers,
                        part -> unitOfWork.as(
                                worker, () -> jobs.lock(seen.id).chain(job -> storePart(lineImport, job, part))))
                .collect()
                .last()
                .chain(() -> unitOfWork.as(worker, () -> jobs.lock(seen.id).chain(this::done)));
    }

    /** The good lines of a part, with their progress in the same transaction; what an earlier worker stored is passed over. */
    private <L> Uni<Void> storePart(LineImport<L> lineImport, ImportJobRow job, Part<L> part) {
        List<GoodLine<L>> left =
                part.good().stream().filter(line -> line.line() > job.lastLine).toList();
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

    private Uni<Void> done(ImportJobRow job) {
        job.lastLine = Math.max(job.lastLine, Objects.requireNonNull(job.linesTotal));
        Marks.noted();
        return jobs.finish(job, "DONE");
    }

    /** Takes a file from its first line to its last: a part is dealt with while the next one is read, and no more is in memory. */
    private <L, R> Multi<R> inParts(Supplier<LineReader<L>> readers, Function<Part<L>, Uni<R>> step) {
        return vertx.executeBlocking(() -> new Ahead<>(readers.get()))
                .onItem()
                .transformToMulti(parts -> Multi.createBy()
                        .repeating()
                        .uni(parts::next)
                        .until(Part::isEmpty)
                        .onItem()
                        .transformToUniAndConcatenate(step::apply)
                        .onTermination()
                        .call(() -> vertx.executeBlocking(parts::closed)));
    }

    /** Reads one part ahead. */
    private final class Ahead<L> {
        private final LineReader<L> reader;
        private @Nullable CompletionStage<Part<L>> ahead;

        Ahead(LineReader<L> reader) {
            this.reader = reader;
        }

        Uni<Part<L>> next() {
            CompletionStage<Part<L>> next = ahead == null ? read() : ahead;
            return Uni.createFrom().completionStage(next).invoke(() -> ahead = read());
        }

        private CompletionStage<Part<L>> read() {
            return vertx.executeBlocking(reader::next).subscribeAsCompletionStage();
        }

        boolean closed() {
            reader.close();
            return true;
        }
    }

    private Uni<Void> refuse(Caller.System worker, ImportJobRow seen, Rejection refused) {
        return unitOfWork.as(
                worker,
                () -> jobs.lock(seen.id).chain(job -> {
                    job.refusedCode = refused.code();
                    job.refusedWhy = refused.detail();
                    return jobs.forgetProblems(job.id).chain(() -> jobs.finish(job, "REFUSED"));
                }));
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

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
