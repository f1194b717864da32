package org.kolsuite.platform.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.kolsuite.contracts.event.State;

/**
 * A service's own copy of another service's aggregates, kept in tables of one organisation's rows and fed by a state topic.
 * Every query runs in the caller's transaction, so that row level security keeps it within the organisation.
 *
 * @param <S> the state as it is published
 */
public interface StateProjection<S extends State> {
    /** What the audit trail calls it: {@code kols}. */
    String name();

    String topic();

    Class<S> type();

    /** The table whose lock makes the consumers wait, because each of them first writes to it, or holds a row of it. */
    String table();

    /** SQL that answers one line of text: the hash of every row of the copy, in whatever order they are stored. */
    String hash();

    /** SQL that forgets which version is known of those in {@code :ids}, except of who was erased. */
    String forgetVersions();

    /** Brings what the takes of these will look for into the session, where that is cheaper than one by one. */
    default Uni<?> expect(List<UUID> aggregates) {
        return Uni.createFrom().voidItem();
    }

    /** Takes a state unless a later one is known, as for a message. */
    Uni<?> take(S state);

    /** Takes a tombstone, as for a message. */
    Uni<?> erase(UUID aggregate);

    /**
     * Makes the consumers wait until the transaction ends. A weaker lock would let one of them hold a row, and then wait for us to
     * change it while we wait for the row.
     */
    default Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("lock table " + table() + " in exclusive mode")
                        .executeUpdate())
                .replaceWithVoid();
    }
}
