package org.kolsuite.registry.imports.application;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Transient;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.ImportState;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.persistence.Profiles;
import org.kolsuite.registry.platforms.Platforms;

/**
 * Works on import jobs, one after another:
 *
 * <ol>
 *   <li>claim a job that nobody works on: a lease in the job's row, renewed with every chunk;
 *   <li>read and review the whole file, which gives the same plan every time;
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

    /** A job that this replica holds, with the plan of its file. */
    record Claimed(Caller caller, UUID id, ImportMode mode, ImportPlan plan, HandleRule rule) {}

    /** A leased job with what it takes to read its file. */
    private record Leased(ImportRow job, FileContent content, HandleRule rule, Set<SplitHandle> splits) {}

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
            for (Imports.Due job : due) {
                claim(job).ifPresent(this::runToTheEnd);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Imports wait: %s", failure.getMessage());
        }
    }

    private void runToTheEnd(Claimed job) {
        try {
            boolean more = true;
            while (more && !stopped.get()) {
                more = advance(job);
            }
        } catch (RuntimeException failure) {
            giveBack(job, failure);
        }
    }

    /** Takes the job, reads its file and reviews it; empty when another one was faster, or the file can't be read. */
    Optional<Claimed> claim(Imports.Due due) {
        Caller caller = new Caller.System(due.tenant(), "imports");
        Optional<Leased> leased = await(() -> unitOfWork.as(caller, () -> lease(due.id())));
        return leased.map(held -> {
            ImportRow job = held.job();
            try {
                ImportPlan plan = Uploads.withFile(held.content().bytes(), path -> {
                    var table = TabularFile.open(path, job.fileName).table(job.headerLine);
                    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                    var reader = new LineReader(table, imports.mappingOf(job), job.snapshotDate, today);
                    return ImportPlan.of(job.platform, reader.readAll(), held.rule(), held.splits());
                });
                return new Claimed(caller, job.id, job.mode, plan, held.rule());
            } catch (Rejection unreadable) {
                await(() -> unitOfWork.as(
                        caller,
                        () -> imports.lock(job.id)
                                .chain(row -> finish(row, ImportState.REFUSED, unreadable.detail()))));
                return null;
            }
        });
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
                            .chain(split -> imports.content(id)
                                    .map(content -> Optional.of(new Leased(
                                            job,
                                            new FileContent(content),
                                            platform.handleRule(),
                                            split.stream()
                                                    .map(account ->
                                                            new SplitHandle(account.handleKey(), account.qualifier()))
                                                    .collect(Collectors.toSet()))))));
        });
    }

    /** Applies the next chunk in one transaction; whether there is more to do. */
    boolean advance(Claimed claimed) {
        return await(() -> unitOfWork.as(
                claimed.caller(),
                () -> imports.lock(claimed.id()).chain(job -> {
                    ImportPlan plan = claimed.plan();
                    job.totalLines = plan.size();
                    job.leasedUntil = clock.instant().plus(lease);
                    job.attempts = 0;
                    if (job.mode == ImportMode.ALL_OR_NOTHING) {
                        return applyAllOrNothing(job, claimed).replaceWith(false);
                    }
                    return applyLines
                            .apply(job, plan, plan.chunk(job.position, chunkLines), claimed.rule())
                            .chain(() -> job.position < plan.size()
                                    ? Uni.createFrom().item(true)
                                    : finish(job, ImportState.COMPLETED, null).replaceWith(false));
                })));
    }

    private Uni<Void> applyAllOrNothing(ImportRow job, Claimed claimed) {
        ImportPlan plan = claimed.plan();
        List<Issue> obstacles = plan.obstacles();
        if (!obstacles.isEmpty()) {
            job.rejectedCount =
                    (int) obstacles.stream().mapToLong(Issue::line).distinct().count();
            job.position = plan.size();
            return imports.addIssues(job.id, obstacles)
                    .chain(() -> finish(
                            job,
                            ImportState.REFUSED,
                            "Not every line can be taken, and all or nothing was asked for. Nothing was changed."));
        }
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (int from = 0; from < plan.size(); from += chunkLines) {
            int start = from;
            chain = chain.chain(() -> applyLines.apply(job, plan, plan.chunk(start, chunkLines), claimed.rule()));
        }
        return chain.chain(() -> finish(job, ImportState.COMPLETED, null));
    }

    private Uni<Void> finish(ImportRow job, ImportState state, @org.jspecify.annotations.Nullable String failure) {
        job.state = state;
        job.failure = failure;
        job.leasedUntil = null;
        job.finishedAt = clock.instant();
        return imports.dropContent(job.id);
    }

    /** What passes by itself is tried again with the next look; what doesn't ends the job after some attempts. */
    private void giveBack(Claimed claimed, RuntimeException failure) {
        LOG.warnf(failure, "Import %s stopped", claimed.id());
        boolean passes = Transient.isTransient(failure);
        try {
            await(() -> unitOfWork.as(
                    claimed.caller(),
                    () -> imports.lock(claimed.id()).chain(job -> {
                        job.attempts++;
                        // Whoever looks next goes on where the last commit left off.
                        job.leasedUntil = null;
                        if (!passes && job.attempts >= mostAttempts) {
                            return finish(
                                    job,
                                    ImportState.FAILED,
                                    "The import stopped at line %d of %d and could not go on. What was taken stays."
                                            .formatted(
                                                    job.position, claimed.plan().size()));
                        }
                        return Uni.createFrom().voidItem();
                    })));
        } catch (RuntimeException unreachable) {
            LOG.warnf("Import %s is tried again when its lease is over: %s", claimed.id(), unreachable.getMessage());
        }
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
