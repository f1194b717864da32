package org.kolsuite.registry.search;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Keeps this replica's index equal to the database:
 *
 * <ol>
 *   <li>at start, and on command, note the position of the change log, then index everything beside the index that is searched,
 *       and exchange the two;
 *   <li>every third of a second read the log from the noted position, whoever wrote it, and index what it names again,
 *       from the database.
 * </ol>
 *
 * Indexing something twice does no harm, so the position may be too early but never too late. One thread does all of it.
 */
@ApplicationScoped
public class Indexer {
    private static final Logger LOG = Logger.getLogger(Indexer.class);
    private static final int KOLS_AT_ONCE = 1000;
    private static final int FOLLOW_EVERY_MILLIS = 300;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Listings listings;

    @Inject
    SearchIndex index;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("search-index").daemon().factory());
    private volatile boolean built;
    private Listings.Position position = Listings.Position.BEGINNING;

    @SuppressWarnings("FutureReturnValueIgnored") // it runs until the worker is shut down
    void start(@Observes StartupEvent event) {
        worker.scheduleWithFixedDelay(this::catchUp, 0, FOLLOW_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        // No interrupt: it would close the index under whoever writes to it.
        worker.shutdown();
    }

    /** Whether the index has been filled since the start. */
    public boolean isReady() {
        return built;
    }

    /** Fills an index anew from the database; completes when searches find what is in it. */
    public CompletableFuture<Void> rebuild() {
        return CompletableFuture.runAsync(this::fill, worker);
    }

    @Scheduled(every = "1h", identity = "search-change-log", delayed = "15m")
    Uni<Void> prune() {
        return unitOfWork.acrossTenants(listings::prune).replaceWithVoid();
    }

    private void fill() {
        Listings.Position from = await(listings::position);
        index.replace(this::fillWithEverything);
        position = from;
        built = true;
    }

    private void fillWithEverything(ListingIndex empty) {
        UUID last = new UUID(0, 0);
        List<Listings.Owned> some;
        do {
            UUID after = last;
            some = await(() -> listings.after(after, KOLS_AT_ONCE));
            byTenant(some).forEach((tenant, owned) -> empty.update(tenant, owned, List.of()));
            last = some.stream()
                    .map(Listings.Owned::kolId)
                    .max(Indexer::inDatabaseOrder)
                    .orElse(last);
        } while (!some.isEmpty());
    }

    private void catchUp() {
        try {
            if (!built) {
                fill();
            }
            List<Listings.Change> changes;
            do {
                Listings.Position from = position;
                changes = await(() -> listings.changesAfter(from, KOLS_AT_ONCE));
                if (!changes.isEmpty()) {
                    apply(changes);
                    position = changes.getLast().position();
                }
            } while (!changes.isEmpty());
        } catch (RuntimeException failure) {
            if (!worker.isShutdown()) {
                LOG.warnf("The search index lags behind, trying again: %s", failure.getMessage());
            }
        }
    }

    private void apply(List<Listings.Change> changes) {
        Set<UUID> kols = changes.stream().map(Listings.Change::kolId).collect(Collectors.toSet());
        List<Listings.Owned> present = await(() -> listings.of(kols));
        List<Listings.Owned> everything = await(() -> listings.idsOf(kols));
        Set<String> presentIds = new HashSet<>();
        present.forEach(owned -> presentIds.add(owned.listing().id));
        Map<UUID, List<Listing>> presentByTenant = byTenant(present);
        byTenant(everything)
                .forEach((tenant, all) -> index.update(
                        tenant,
                        presentByTenant.getOrDefault(tenant, List.of()),
                        all.stream()
                                .map(listing -> listing.id)
                                .filter(id -> !presentIds.contains(id))
                                .toList()));
    }

    private static Map<UUID, List<Listing>> byTenant(List<Listings.Owned> owned) {
        return owned.stream()
                .collect(Collectors.groupingBy(
                        Listings.Owned::tenant, Collectors.mapping(Listings.Owned::listing, Collectors.toList())));
    }

    /** PostgreSQL compares UUIDs byte by byte; Java compares two signed halves. */
    private static int inDatabaseOrder(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> unitOfWork.acrossTenants(work));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
