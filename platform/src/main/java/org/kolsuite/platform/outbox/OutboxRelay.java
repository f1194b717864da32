package org.kolsuite.platform.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Publishes the outbox. The steps, once per round:
 *
 * <ol>
 *   <li>take the advisory lock of the transaction: one replica relays at a time, and its death frees the lock;
 *   <li>read the oldest unpublished rows in order of {@code seq};
 *   <li>send them: keys side by side, the rows of one key one after another, stopping that key at its first failure;
 *   <li>mark what the broker acknowledged, and commit.
 * </ol>
 *
 * Killed between send and mark, the relay sends again: consumers' inboxes make that one effect (CASES E3). With the
 * broker down rows wait, commands go on, and the backlog drains in order afterwards (E4).
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long NONE = -1;
    private static final long RELAY_LOCK = 0x4B4F4C_52454C41L;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Publisher publisher;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.outbox.enabled")
    boolean enabled;

    @ConfigProperty(name = "kol.outbox.idle-wait")
    Duration idleWait;

    @ConfigProperty(name = "kol.outbox.failure-wait")
    Duration failureWait;

    @ConfigProperty(name = "kol.outbox.batch")
    int batch;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicLong nextLook = new AtomicLong(NONE);
    private final AtomicReference<@Nullable Instant> failingSince = new AtomicReference<>();

    /** How many rows a round read, and how many of those the broker acknowledged. */
    record Relayed(int read, int sent) {
        static final Relayed NOTHING = new Relayed(0, 0);
    }

    /** Since when not everything could be published; empty while events flow. */
    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince.get());
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            look();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    void wake(@Observes(during = TransactionPhase.IN_PROGRESS) UnitOfWork.Committed committed) {
        if (!Outbox.wasFilled()) {
            return;
        }
        if (enabled) {
            look();
        }
    }

    /** One look at a time; who comes while it runs makes it look once more. */
    void look() {
        woken.set(true);
        if (stopped.get() || !running.compareAndSet(false, true)) {
            return;
        }
        woken.set(false);
        nextIs(NONE);
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> drain().subscribe().with(this::wentWell, failure -> {
            LOG.warnf("The outbox could not be relayed, trying again: %s", failure.getMessage());
            failingSince.compareAndSet(null, clock.instant());
            next(failureWait);
        }));
    }

    private void wentWell(Relayed relayed) {
        if (relayed.sent() < relayed.read()) {
            failingSince.compareAndSet(null, clock.instant());
            next(failureWait);
        } else {
            failingSince.set(null);
            next(relayed.sent() > 0 ? Duration.ZERO : idleWait);
        }
    }

    /** Whoever comes before the look is over is seen here; whoever comes later looks at once. */
    private void next(Duration wait) {
        running.set(false);
        if (!stopped.get()) {
            Duration soonest = woken.get() && failingSince.get() == null ? Duration.ZERO : wait;
            nextIs(vertx.setTimer(Math.max(1, soonest.toMillis()), timer -> look()));
        }
    }

    /** One timer at a time: else every commit would leave one more behind, which looks for ever. */
    private void nextIs(long timer) {
        vertx.cancelTimer(nextLook.getAndSet(timer));
    }

    /** Relays one batch. */
    Uni<Relayed> drain() {
        return unitOfWork.acrossTenants(() ->
                tryLock().chain(mine -> mine ? relayBatch() : Uni.createFrom().item(Relayed.NOTHING)));
    }

    private Uni<Boolean> tryLock() {
        return Panache.getSession()
                .chain(session -> session.<Boolean>createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                        .setParameter("lock", RELAY_LOCK)
                        .getSingleResult());
    }

    private Uni<Relayed> relayBatch() {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from OutboxRow where publishedAt is null order by seq", OutboxRow.class)
                        .setMaxResults(batch)
                        .setReadOnly(true)
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Relayed.NOTHING)
                        : send(rows).chain(this::mark).map(sent -> new Relayed(rows.size(), sent)));
    }

    private Uni<List<UUID>> send(List<OutboxRow> rows) {
        Context context = vertx.getOrCreateContext();
        Map<String, List<OutboxRow>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(row.topic + "/" + row.key, key -> new ArrayList<>())
                .add(row));
        return Multi.createFrom()
                .iterable(byKey.values())
                .onItem()
                .transformToUni(this::sendInOrder)
                .merge(batch)
                .collect()
                .in(() -> (List<UUID>) new ArrayList<UUID>(), List::addAll)
                // The broker answers on its own thread; the session lives on this one.
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run()))
                .invoke(sent -> {
                    if (sent.isEmpty()) {
                        throw new IllegalStateException("the broker took none of " + rows.size() + " messages");
                    }
                });
    }

    private Uni<List<UUID>> sendInOrder(List<OutboxRow> rowsOfOneKey) {
        List<UUID> sent = new ArrayList<>();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (OutboxRow row : rowsOfOneKey) {
            chain = chain.chain(() -> publisher.publish(row)).invoke(() -> sent.add(row.id));
        }
        return chain.onFailure()
                .invoke(failure -> LOG.debugf("Key stays in the outbox: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .map(done -> sent);
    }

    private Uni<Integer> mark(List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update outbox set published_at = now() where id = any(:ids)")
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .executeUpdate());
    }
}
