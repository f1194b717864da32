package org.kolsuite.payment.payout.application;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.ledger.application.PostTransactions;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.payout.model.PayoutState;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * What happens to a payout whose answer doesn't come: after a while it is UNKNOWN, a person asks the bank, and only the bank's
 * word that it was not executed lets it be paid again, by a new payout (CASES M28).
 */
@ApplicationScoped
public class FollowPayouts {
    private static final Logger LOG = Logger.getLogger(FollowPayouts.class);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    PayoutRepository payouts;

    @Inject
    FeeRepository fees;

    @Inject
    KeepPayouts keepPayouts;

    @Inject
    PostTransactions ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.payment.answer-after")
    Duration answerAfter;

    private record Overdue(UUID tenant, UUID payout) {}

    /**
     * Looks for payouts that the bank has said nothing about; safe on every replica, because each is locked and checked. One that fails
     * stays SENT until the next look and holds up no other; the figure {@code kol.timers.age} tells of it.
     */
    @Scheduled(every = "{kol.payment.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return unitOfWork
                .acrossTenants(() -> Sql.of(
                                "select tenant_id, id from payout where state = 'SENT' and sent_at < :before order by sent_at limit 500")
                        .with("before", clock.instant().minus(answerAfter))
                        .list(row -> new Overdue(row.uuid(), row.uuid())))
                .chain(overdue -> Multi.createFrom()
                        .iterable(overdue)
                        .onItem()
                        .transformToUniAndConcatenate(this::overdue)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Payout> overdue(Overdue one) {
        return noAnswer(new Caller.System(one.tenant(), "payout-sweep"), one.payout())
                // Another replica was first, or the bank.
                .onFailure(PayoutRejection.class)
                .recoverWithNull()
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "payout %s is overdue and could not be marked; it waits for the next look",
                        one.payout()))
                .onFailure()
                .recoverWithNull();
    }

    public Uni<Payout> noAnswer(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> payouts.lock(id)
                        .map(payout -> payout.noAnswer(clock.instant()))
                        .call(payout -> payouts.save(List.of(payout)))
                        .call(payout -> trail.record(caller, "mark-payout-unknown", "payout", id, null, null, null)));
    }

    public Uni<Payout> ask(Caller caller, UUID id, String enquiry) {
        return unitOfWork.as(
                caller,
                () -> payouts.lock(id)
                        .map(payout -> payout.ask(enquiry, clock.instant()))
                        .call(payout -> payouts.save(List.of(payout)))
                        .call(payout -> trail.record(caller, "ask-bank", "payout", id, enquiry, null, null)));
    }

    /** The bank says that it never executed the order. It must have been asked: silence is no answer. */
    public Uni<Payout> notExecuted(Caller caller, UUID id, String reason) {
        return unitOfWork.as(
                caller,
                () -> payouts.lock(id)
                        .invoke(payout -> {
                            if (!(payout.state() instanceof PayoutState.Unknown unknown && unknown.askedAt() != null)) {
                                throw new PayoutRejection.PayoutStateForbids(
                                        "take it as not executed before the bank was asked", payout.state());
                            }
                        })
                        .map(payout -> payout.giveBack(reason))
                        .call(payout -> keepPayouts.lockFeesOf(List.of(payout)))
                        .call(payout -> ledger.post(
                                caller,
                                periods -> List.of(PayoutBookings.refused(
                                        id,
                                        payout.amount(),
                                        periods.bookableDay(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                                        clock.instant()))))
                        .call(payout -> keepPayouts.returned(List.of(payout)))
                        .call(payout -> trail.record(caller, "payout-not-executed", "payout", id, reason, null, null)));
    }

    /** A returned payout is paid again by a new one, with a reference of its own. */
    public Uni<Payout> payAgain(Caller caller, UUID id, String reason) {
        return unitOfWork.as(
                caller,
                () -> payouts.lock(id)
                        .chain(returned -> fees.lock(returned.feeId())
                                .map(fee -> fee.payAgain(returned.milestone(), clock.instant()))
                                .call(fee -> fees.save(List.of(fee)))
                                .map(fee -> Payout.queue(
                                        Ids.next(),
                                        returned.feeId(),
                                        returned.milestone(),
                                        returned.payeeId(),
                                        returned.amount(),
                                        null,
                                        returned.dueOn()))
                                .call(again -> payouts.add(List.of(again)))
                                .call(again ->
                                        trail.record(caller, "pay-again", "payout", id, reason, null, again.id()))));
    }
}
