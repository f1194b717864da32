package org.kolsuite.platform.tenancy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes what the mechanisms of platform no longer need: published messages, old inbox marks, expired keys. */
@ApplicationScoped
public class Retention {
    @Inject
    UnitOfWork unitOfWork;

    @ConfigProperty(name = "kol.retention.published")
    Duration published;

    @ConfigProperty(name = "kol.retention.inbox")
    Duration inbox;

    @ConfigProperty(name = "kol.retention.idempotency")
    Duration idempotency;

    @Scheduled(
            every = "1h",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "platform-retention")
    public Uni<Void> sweep() {
        return unitOfWork.acrossTenants(() -> prune(
                        "delete from outbox where published_at < now() - make_interval(secs => :seconds)", published)
                .chain(() ->
                        prune("delete from inbox where received_at < now() - make_interval(secs => :seconds)", inbox))
                .chain(() -> prune(
                        "delete from idempotency_key where created_at < now() - make_interval(secs => :seconds)",
                        idempotency)));
    }

    private static Uni<Void> prune(String delete, Duration keep) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(delete)
                        .setParameter("seconds", (double) keep.toSeconds())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
