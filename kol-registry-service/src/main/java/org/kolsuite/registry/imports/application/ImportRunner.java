package org.kolsuite.registry.imports.application;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.file.FilePieces;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.ImportState;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.persistence.Profiles;
import org.kolsuite.registry.platforms.Platforms;

/**
 * Works on import jobs, one after another:
 *
 * <ol>
 *   <li>claim a job that nobody works on: a lease in the job's row, renewed while the file is read and with every chunk;
 *   <li>read and review the whole file, which gives the same plan every time; the lines are read again when their turn comes, so that no
 *       more than some of them is in memory;
 *   <li>apply the lines in chunks; the position is committed with the chunk, so whoever goes on after a death starts where
 *       the last commit left off, and nothing is applied twice (CASES F4);
 *   <li>in mode all-or-nothing there is one chunk: the whole file, or none of it.
 * </ol>
 */
@ApplicationScoped
public class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Imports imports;

    @Inject
    Platforms platforms;

    @Inject
    Profiles profiles;

    @Inject
    ApplyLines applyLines;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.imports.chunk-lines")
    int chunkLines;

    @ConfigProperty(name = "kol.imports.lease")
    Duration lease;

    @ConfigProperty(name = "kol.imports.attempts")
    int mostAttempts;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("imports").factory());
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A job that this replica holds, with the plan of its file.
     *
     * @param lines from the first that is not done
     */
    record Claimed(Caller caller, UUID id, ImportMode mode, ImportPlan plan, HandleRule rule, LineReader lines)
            implements AutoCloseable {
        @Override
        public void close() {
            lines.close();
            plan.close();
        }
    }

    /** A leased job with what it takes to review its file. */
    private record Leased(ImportRow job, HandleRule rule, Set<SplitHandle> splits) {}

    /** Looks for work now; called after a job was made. */
    public void wake() {
        try {
            worker.execute(this::workOff);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The import goes on after the restart");
        }
    }

    /** Finds what another replica left behind. */
    @Scheduled(every = "${kol.imports.look-every}", identity = "imports", delayed = "1s")
    void look() {
        wake();
    }

    @PreDestroy
    void stop() {
        stopped.set(true);
        worker.shutdown();
    }

    private void workOff() {
        try {
            List<Imports.Due> due = await(() -> unitOfWork.acrossTenants(() -> imports.due(clock.instant(), 10)));
            due.forEach(this::workOn);
        } catch (RuntimeException failure) {
            LOG.warnf("Imports wait: %s", failure.getMessage());
        }
    }

    /** What goes wrong with one job leaves the jobs behind it their turn. */
    private void workOn(Imports.Due job) {
        try {
            claim(job).ifPresent(this::runToTheEnd);
        } catch (RuntimeException failure) {
            LOG.warnf("Import %s waits: %s", job.id(), failure.getMessage());
        }
    }

    private void runToTheEnd(Claimed job) {
        try (job) {
            boolean more = true;
            while (more && !stopped.get()) {
                more = advance(job);
            }
        } catch (RuntimeException failure) {
            giveBack(job.caller(), job.id(), failure);
        }
    }

    /** Takes the job, reads its file and reviews it; empty when another one was faster, or that came to nothing. */
    Optional<Claimed> claim(Imports.Due due) {
        Caller caller = new Caller.System(due.tenant(), "imports");
        Optional<Leased> leased = await(() -> unitOfWork.as(caller, () -> lease(due.id())));
        return leased.flatMap(held -> {
            try {
                return Optional.of(review(caller, held));
            } catch (Rejection unreadable) {
                refuse(caller, due.id(), unreadable);
                return Optional.empty();
            } catch (RuntimeException failure) {
                giveBack(caller, due.id(), failure);
                return Optional.empty();
            }
        });
    }

    private void refuse(Caller caller, UUID id, Rejection unreadable) {
        await(() -> unitOfWork.as(
                caller,
                () -> imports.lock(id)
                        .chain(job -> job.state == ImportState.RUNNING
                                ? finish(job, ImportState.REFUSED, unreadable.detail())
                                : Uni.createFrom().voidItem())));
    }

    private Claimed review(Caller caller, Leased held) {
        ImportRow job = held.job();
        Keeper stayAlive = new Keeper(caller, job.id);
        Path file = fetched(caller, job.id, stayAlive);
        try {
            Table table = TabularFile.open(file, job.fileName).table(job.headerLine);
            stayAlive.run();
            ColumnMapping mapping = imports.mappingOf(job);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            ImportPlan plan = ImportPlan.of(
                    file,
                    () -> new LineReader(table, mapping, job.snapshotDate, today),
                    held.rule(),
                    held.splits(),
                    stayAlive);
            try {
                if (job.mode == ImportMode.KEEP_GOOD) {
                    plan.withAskedLines(imports::write, stayAlive);
                }
                return new Claimed(caller, job.id, job.mode, plan, held.rule(), plan.linesFrom(job.position));
            } catch (RuntimeException broken) {
                plan.close();
                throw broken;
            }
        } catch (RuntimeException unreadable) {
            Uploads.delete(file);
            throw unreadable;
        }
    }

    /** The job's file, on disk for as long as it is worked on. */
    private Path fetched(Caller caller, UUID id, Keeper stayAlive) {
        return await(() -> FilePieces.together(
                piece -> unitOfWork.as(caller, () -> imports.piece(id, piece)).call(stayAlive::renewed)));
    }

    /** Renews the lease of a job while its file is read: a large one takes longer than a lease lasts. */
    private final class Keeper implements Runnable {
        private final Caller caller;
        private final UUID id;
        private Instant renewed = clock.instant();

        Keeper(Caller caller, UUID id) {
            this.caller = caller;
            this.id = id;
        }

        @Override
        public void run() {
            await(this::renewed);
        }

        Uni<Void> renewed() {
            Instant now = clock.instant();
            if (now.isBefore(renewed.plus(lease.dividedBy(3)))) {
                return Uni.createFrom().voidItem();
            }
            renewed = now;
            return unitOfWork
                    .as(
                            caller,
                            () -> imports.lock(id).invoke(job -> {
                                if (job.state == ImportState.RUNNING) {
                                    job.leasedUntil = now.plus(lease);
                                }
                            }))
                    .replaceWithVoid();
        }
    }

    private Uni<Optional<Leased>> lease(UUID id) {
        return imports.lock(id).chain(job -> {
            boolean unfinished = job.state == ImportState.QUEUED || job.state == ImportState.RUNNING;
            if (!unfinished || (job.leasedUntil != null && job.leasedUntil.isAfter(clock.instant()))) {
                return Uni.createFrom().item(Optional.empty());
            }
            job.state = ImportState.RUNNING;
            job.leasedUntil = clock.instant().plus(lease);
            job.startedAt = job.startedAt == null ? clock.instant() : job.startedAt;
            return platforms
                    .require(job.platform)
                    .chain(platform -> profiles.split(job.platform)
                            .map(split -> Optional.of(new Leased(
                                    job,
                                    platform.handleRule(),
                                    split.stream()
                                            .map(account -> new SplitHandle(account.handleKey(), account.qualifier()))
                                            .collect(Collectors.toSet())))));
        });
    }

    /** Applies what comes next in one transaction; whether there is more to do. */
    boolean advance(Claimed claimed) {
        if (claimed.mode() == ImportMode.ALL_OR_NOTHING) {
            await(() ->
                    unitOfWork.as(claimed.caller(), () -> held(claimed, 0, job -> applyAllOrNothing(job, claimed))));
            return false;
        }
        ImportPlan plan = claimed.plan();
        List<LineRead> chunk = claimed.lines().next(chunkLines);
        int place = chunk.isEmpty() ? plan.size() : chunk.getFirst().place();
        return await(() -> unitOfWork.as(
                claimed.caller(),
                () -> held(
                        claimed,
                        place,
                        job -> applyLines
                                .apply(job, plan, chunk, claimed.rule())
                                .chain(() -> job.position < plan.size()
                                        ? Uni.createFrom().item(true)
                                        : finish(job, ImportState.COMPLETED, null)
                                                .replaceWith(false)))));
    }

    /** Goes on with the job, unless another replica has taken it over meanwhile: then that one alone does. */
    private Uni<Boolean> held(Claimed claimed, int place, Function<ImportRow, Uni<Boolean>> step) {
        return imports.lock(claimed.id()).chain(job -> {
            if (job.state != ImportState.RUNNING || job.position != place) {
                return Uni.createFrom().item(false);
            }
            job.totalLines = claimed.plan().size();
            job.leasedUntil = clock.instant().plus(lease);
            job.attempts = 0;
            return step.apply(job);
        });
    }

    private Uni<Boolean> applyAllOrNothing(ImportRow job, Claimed claimed) {
        ImportPlan plan = claimed.plan();
        if (plan.isFlawless()) {
            return inParts(claimed.lines(), part -> applyLines.apply(job, plan, part, claimed.rule()))
                    .chain(() -> finish(job, ImportState.COMPLETED, null))
                    .replaceWith(false);
        }
        job.rejectedCount = plan.obstacles();
        job.position = plan.size();
        return inParts(claimed.lines(), part -> imports.addIssues(job.id, plan.obstacles(part)))
                .chain(() -> finish(
                        job,
                        ImportState.REFUSED,
                        "Not every line can be taken, and all or nothing was asked for. Nothing was changed."))
                .replaceWith(false);
    }

    /** Takes the lines to their end within the transaction that is open. */
    private Uni<Void> inParts(LineReader lines, Function<List<LineRead>, Uni<Void>> step) {
        return Multi.createBy()
                .repeating()
                .uni(() -> OffLoop.run(() -> lines.next(chunkLines))
                        .chain(part -> part.isEmpty()
                                ? Uni.createFrom().item(false)
                                : step.apply(part).replaceWith(true)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> finish(ImportRow job, ImportState state, @org.jspecify.annotations.Nullable String failure) {
        job.state = state;
        job.failure = failure;
        job.leasedUntil = null;
        job.finishedAt = clock.instant();
        return imports.dropContent(job.id);
    }

    /** What passes by itself is tried again with the next look, however often; what doesn't ends the job after some attempts. */
    private void giveBack(Caller caller, UUID id, RuntimeException failure) {
        LOG.warnf(failure, "Import %s stopped", id);
        boolean passes = Transient.isTransient(failure);
        try {
            await(() -> unitOfWork.as(
                    caller,
                    () -> imports.lock(id).chain(job -> {
                        if (job.state != ImportState.RUNNING) {
                            // Another replica has brought it to its end meanwhile.
                            return Uni.createFrom().voidItem();
                        }
                        // Whoever looks next goes on where the last commit left off.
                        job.leasedUntil = null;
                        if (passes) {
                            return Uni.createFrom().voidItem();
                        }
                        job.attempts++;
                        return job.attempts < mostAttempts
                                ? Uni.createFrom().voidItem()
                                : finish(job, ImportState.FAILED, stoppedAt(job));
                    })));
        } catch (RuntimeException unreachable) {
            LOG.warnf("Import %s is tried again when its lease is over: %s", id, unreachable.getMessage());
        }
    }

    private static String stoppedAt(ImportRow job) {
        // How many lines there are is known with the first that were taken.
        String place = job.totalLines == null
                ? "before its first line"
                : "at line %d of %d".formatted(job.position, job.totalLines);
        return "The import stopped %s and could not go on. What was taken stays.".formatted(place);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
