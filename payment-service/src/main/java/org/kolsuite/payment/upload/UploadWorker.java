package org.kolsuite.payment.upload;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Transient;

/**
 * Works on uploaded files, one after another. It looks for jobs in the table rather than in memory: what was accepted before
 * a kill is found again, by this replica or another.
 */
@ApplicationScoped
public class UploadWorker {
    private static final Logger LOG = Logger.getLogger(UploadWorker.class);

    @Inject
    Uploads uploads;

    @Inject
    Originals originals;

    @Inject
    @All
    List<UploadHandler> handlers;

    /** Jobs that broke off here, for example because PostgreSQL was away: taken up again with the next look. */
    private final Set<UUID> dropped = ConcurrentHashMap.newKeySet();

    @Scheduled(every = "{kol.payment.upload.look}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (Uploads.Waiting job : await(() -> uploads.waiting(dropped))) {
            work(job);
        }
    }

    private void work(Uploads.Waiting job) {
        Caller caller = new Caller.System(job.tenant(), "upload-worker");
        Optional<Upload.Work> work = await(() -> uploads.claim(caller, job, dropped.contains(job.id())));
        dropped.remove(job.id());
        if (work.isEmpty()) {
            return;
        }
        try {
            UploadHandler handler = handlers.stream()
                    .filter(one -> one.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow();
            workOff(handler, work.get(), await(() -> originals.fetch(caller, job.id())));
        } catch (Rejection refused) {
            await(() -> uploads.failed(caller, job.id(), refused.code(), refused.detail()));
        } catch (RuntimeException failure) {
            if (Transient.isTransient(failure)) {
                LOG.warnf("The import %s waits, trying again: %s", job.id(), failure.getMessage());
                dropped.add(job.id());
                return;
            }
            LOG.errorf(failure, "The import %s failed", job.id());
            await(() -> uploads.failed(
                    caller, job.id(), "INTERNAL_ERROR", "Something went wrong on our side; nothing was kept."));
        }
    }

    private static void workOff(UploadHandler handler, Upload.Work work, Path file) {
        try {
            handler.work(work, file);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failure) {
                LOG.warnf("%s stays: %s", file, failure.getMessage());
            }
        }
    }

    /** Runs a step of a job in a Vert.x context of its own, and waits for it. */
    public static <T> T await(Supplier<Uni<T>> step) {
        try {
            return VertxContextSupport.subscribeAndAwait(step);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
