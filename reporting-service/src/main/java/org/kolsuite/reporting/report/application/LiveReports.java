package org.kolsuite.reporting.report.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.platform.time.MovableClock;

/**
 * Tells open pages that results changed. Every replica looks at the revisions of the organisations whose pages are open
 * here, so it does not matter which replica folded. A page that connects is told to ask for everything, and again after
 * the first look, so that nothing between the two is missed.
 */
@ApplicationScoped
public class LiveReports {
    private static final Logger LOG = Logger.getLogger(LiveReports.class);
    private static final Duration BEAT = Duration.ofSeconds(15);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MovableClock clock;

    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();

    /**
     * Something changed, or a sign of life.
     *
     * @param kind {@code ready}, {@code changed} or {@code beat}
     * @param campaignId null when everything may have changed
     */
    public record Change(String kind, @Nullable UUID campaignId, Instant at) {}

    private static final class Watch {
        private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
        private final AtomicInteger pages = new AtomicInteger();
        private final Map<UUID, Long> seen = new ConcurrentHashMap<>();
        private volatile boolean looked;
    }

    /**
     * The changes of one organisation, from now on.
     *
     * @param until when who listens has to show anew that they may, by the real time
     */
    public Multi<Change> changes(UUID tenant, Instant until) {
        Watch watch = watches.compute(tenant, (id, existing) -> {
            Watch kept = existing == null ? new Watch() : existing;
            kept.pages.incrementAndGet();
            return kept;
        });
        Multi<Change> beats =
                Multi.createFrom().ticks().startingAfter(BEAT).every(BEAT).map(tick -> change("beat", null));
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(() -> change("ready", null)), watch.changes, beats)
                .onTermination()
                .invoke(() -> leave(tenant))
                .select()
                .first(left(until));
    }

    /** Never nothing: a token may end between its check and here. */
    private Duration left(Instant until) {
        Duration left = Duration.between(clock.real(), until);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private void leave(UUID tenant) {
        watches.computeIfPresent(tenant, (id, watch) -> watch.pages.decrementAndGet() <= 0 ? null : watch);
    }

    @Scheduled(every = "${kol.reporting.live-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(List.copyOf(watches.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(watched -> look(watched.getKey(), watched.getValue()))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Open pages wait: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(UUID tenant, Watch watch) {
        return unitOfWork
                .as(
                        new Caller.System(tenant, "live-reports"),
                        () -> Panache.getSession()
                                .chain(session -> session.createNativeQuery(
                                                "select campaign_id, revision from report_revision", Object[].class)
                                        .getResultList()))
                .invoke(rows -> {
                    boolean first = !watch.looked;
                    watch.looked = true;
                    for (Object[] row : rows) {
                        Long before = watch.seen.put((UUID) row[0], (Long) row[1]);
                        if (!first && !row[1].equals(before)) {
                            watch.changes.onNext(change("changed", (UUID) row[0]));
                        }
                    }
                    if (first) {
                        watch.changes.onNext(change("changed", null));
                    }
                })
                .replaceWithVoid();
    }

    private Change change(String kind, @Nullable UUID campaign) {
        return new Change(kind, campaign, clock.instant());
    }
}
