package org.kolsuite.registry.search;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.kolsuite.platform.file.WorkFolder;

/**
 * This replica's index. A rebuild does not touch the index that is searched, because an emptied one finds too little and one without
 * files answers with an error:
 *
 * <ol>
 *   <li>fill another index in the other of two directories, which may take minutes; searches go on in the present one;
 *   <li>let the searches that run come to their end, and exchange the two: each search sees the one or the other, whole;
 *   <li>remove the one that nobody can search any more. A rebuild that fails removes what it has filled, and nothing else has changed.
 * </ol>
 *
 * One thread writes, any number search.
 */
@ApplicationScoped
public class SearchIndex {
    /** Searches share it; whoever exchanges or closes the index has it alone. */
    private final ReadWriteLock searched = new ReentrantReadWriteLock();

    private Path directory;
    private Path other;
    private ListingIndex present;

    @PostConstruct
    void open() {
        Path root = WorkFolder.path().resolve("search");
        directory = root.resolve("a");
        other = root.resolve("b");
        present = new ListingIndex(directory);
    }

    void close(@Observes ShutdownEvent event) {
        alone(() -> present.close());
    }

    /** Replaces and removes listings of one tenant. Searches see it at once. */
    void update(UUID tenant, List<Listing> listings, List<String> goneIds) {
        present.update(tenant, listings, goneIds);
    }

    /** Searches find what is filled in here, and nothing else, as soon as all of it is there. */
    void replace(Consumer<ListingIndex> filling) {
        ListingIndex filled = new ListingIndex(other);
        try {
            filling.accept(filled);
        } catch (RuntimeException failure) {
            filled.close();
            throw failure;
        }
        ListingIndex before = present;
        alone(() -> present = filled);
        Path free = directory;
        directory = other;
        other = free;
        before.close();
    }

    /** Searches what the tenant has. */
    <T> T search(UUID tenant, Function<SearchSession, T> query) {
        Lock shared = searched.readLock();
        shared.lock();
        try {
            return present.search(tenant, query);
        } finally {
            shared.unlock();
        }
    }

    private void alone(Runnable exchange) {
        Lock alone = searched.writeLock();
        alone.lock();
        try {
            exchange.run();
        } finally {
            alone.unlock();
        }
    }
}
