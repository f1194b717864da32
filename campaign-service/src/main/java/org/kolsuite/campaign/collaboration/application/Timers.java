package org.kolsuite.campaign.collaboration.application;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Does what is due. Each replica looks for due rows across tenants, then takes them one by one, each in a transaction of
 * its tenant: a row that another replica holds is skipped, one whose time has changed meanwhile is left alone, so a timer
 * that fires twice or late has no second effect (CASES W11).
 */
@ApplicationScoped
public class Timers {
    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final String NAME = "timers";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    TakeStep steps;

    @Inject
    Settings.Workflow settings;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{kol.workflow.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "collaboration-timers")
    Uni<Void> sweep() {
        return unitOfWork
                .acrossTenants(() ->
                        collaborations.due(clock.instant(), settings.sweep().batch()))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::one)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> one(CollaborationRow due) {
        Caller.System caller = new Caller.System(Objects.requireNonNull(due.tenantId), NAME);
        return unitOfWork
                .as(
                        caller,
                        () -> collaborations
                                .takeDue(due.id, clock.instant())
                                .chain(row -> row == null
                                        ? Uni.createFrom().voidItem()
                                        : steps.onTime(caller, row).replaceWithVoid()))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "the timer of collaboration %s waits for the next look", due.id))
                .onFailure()
                .recoverWithNull();
    }
}
