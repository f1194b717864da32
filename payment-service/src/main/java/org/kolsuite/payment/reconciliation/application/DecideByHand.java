package org.kolsuite.payment.reconciliation.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.application.PostTransactions;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.AccountType;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.LedgerRejection;
import org.kolsuite.payment.ledger.model.Side;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.payment.payout.application.KeepPayouts;
import org.kolsuite.payment.payout.application.PayoutBookings;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.payout.model.PayoutState;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.payment.reconciliation.model.ReconciliationRejection;
import org.kolsuite.payment.reconciliation.model.Verdict.Rule;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.Decided;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.Holding;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.LineState;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.OpenLine;
import org.kolsuite.payment.statement.model.Direction;
import org.kolsuite.payment.statement.model.StatementRejection;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * What a person decides about a line: it is this payout, it is something else, or the last decision was a mistake. What a
 * person undid is not decided by rules again.
 */
@ApplicationScoped
public class DecideByHand {
    private static final String BY_HAND = "BY_HAND";
    private static final Set<String> UNDECIDED = Set.of("OPEN", "PROPOSED", "DUPLICATE");

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MatchRepository matches;

    @Inject
    PayoutRepository payouts;

    @Inject
    KeepPayouts keepPayouts;

    @Inject
    PostTransactions postTransactions;

    @Inject
    LedgerRepository ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** A line of a statement. */
    public record Line(UUID statementId, UUID lineId) {}

    /**
     * The line is this payout; a credit is the return of it.
     *
     * @param reason why the difference is accepted; needed when bank and payout differ (CASES M19)
     */
    public Uni<Void> match(Caller caller, Line which, UUID payoutId, @Nullable String reason) {
        return unitOfWork.as(
                caller,
                () -> undecided(which)
                        .chain(line -> payouts.lock(payoutId)
                                .chain(payout -> line.line().direction() == Direction.DEBIT
                                        ? settle(caller, line, payout, reason)
                                        : giveBack(caller, line, payout))
                                .chain(() -> trail.record(
                                        caller,
                                        "match-line",
                                        "statement-line",
                                        which.lineId(),
                                        reason,
                                        null,
                                        payoutId))));
    }

    /** The line is no payout: a top-up, a charge, interest. It is booked against an account of the ledger. */
    public Uni<Void> explain(Caller caller, Line which, String accountCode, String memo) {
        return unitOfWork.as(
                caller,
                () -> undecided(which)
                        .chain(line -> ledger.accounts().chain(accounts -> {
                            Account account = accounts.get(accountCode);
                            if (account == null || account.type() == AccountType.COMMITMENT) {
                                throw new LedgerRejection.AccountUnknown(accountCode);
                            }
                            UUID booking = Ids.next();
                            Side bankSide = line.line().direction() == Direction.CREDIT ? Side.DEBIT : Side.CREDIT;
                            Money amount = line.line().amount();
                            List<Entry> entries = List.of(
                                    new Entry(line.bank().code(), bankSide, amount),
                                    new Entry(account.code(), bankSide.opposite(), amount));
                            return postTransactions
                                    .post(
                                            caller,
                                            List.of(line.bank()),
                                            periods -> List.of(new Transaction(
                                                    booking,
                                                    "BANK_LINE_EXPLAINED",
                                                    periods.bookableDay(
                                                            line.line().bookedOn()),
                                                    clock.instant(),
                                                    which.lineId(),
                                                    memo,
                                                    null,
                                                    entries)))
                                    .chain(() -> matches.dropProposals(List.of(which.lineId())))
                                    .chain(() -> matches.save(List.of(new LineState(
                                            which.lineId(), "EXPLAINED", "", accountCode + ": " + memo, booking))))
                                    .chain(() -> trail.record(
                                            caller,
                                            "explain-line",
                                            "statement-line",
                                            which.lineId(),
                                            memo,
                                            null,
                                            accountCode));
                        })));
    }

    /** The decision was a mistake: it is reversed in the books, and the line is open for a person. */
    public Uni<Void> undo(Caller caller, Line which, String reason) {
        return unitOfWork.as(
                caller,
                () -> lock(which)
                        .chain(line -> matches.holding(which.lineId())
                                .chain(holding ->
                                        holding.isPresent() ? unmatch(caller, holding.get()) : requireExplained(line))
                                .chain(() -> reverseBooking(caller, which.lineId(), reason))
                                .chain(() -> matches.save(
                                        List.of(new LineState(which.lineId(), "OPEN", BY_HAND, null, null))))
                                .chain(() -> trail.record(
                                        caller,
                                        "undo-line-decision",
                                        "statement-line",
                                        which.lineId(),
                                        reason,
                                        line.state(),
                                        null))));
    }

    private Uni<Void> settle(Caller caller, OpenLine line, Payout payout, @Nullable String reason) {
        Money seen = line.line().amount();
        if (!seen.equals(payout.amount())
                && (reason == null || !seen.currency().equals(payout.amount().currency()))) {
            throw new PayoutRejection.AmountDiffers(payout.amount(), seen);
        }
        Payout settled = payout.settle(line.bankReference(), line.line().bookedOn());
        return keepPayouts
                .lockFeesOf(List.of(payout))
                .chain(() -> postTransactions.post(
                        caller,
                        List.of(line.bank()),
                        periods -> List.of(PayoutBookings.settled(
                                payout.id(),
                                payout.amount(),
                                seen,
                                line.bank(),
                                periods.bookableDay(line.line().bookedOn()),
                                clock.instant()))))
                .call(() -> keepPayouts.settled(List.of(settled)))
                .chain(booked -> keepMatch(
                        caller, line, payout, "SETTLES", booked.getFirst().id(), reason));
    }

    private Uni<Void> giveBack(Caller caller, OpenLine line, Payout payout) {
        if (!(payout.state() instanceof PayoutState.Settled)) {
            throw new ReconciliationRejection.LineAndPayoutDontFit(
                    "Money comes back only after the statement showed it leave: settle the payout first.");
        }
        if (!line.line().amount().equals(payout.amount())) {
            throw new PayoutRejection.AmountDiffers(payout.amount(), line.line().amount());
        }
        String why = line.line().returnReason();
        Payout returned = payout.giveBack(why == null ? "RETURNED" : why);
        return keepPayouts
                .lockFeesOf(List.of(payout))
                .chain(() -> postTransactions.post(
                        caller,
                        List.of(line.bank()),
                        periods -> List.of(PayoutBookings.cameBack(
                                payout.id(),
                                payout.amount(),
                                line.bank(),
                                periods.bookableDay(line.line().bookedOn()),
                                clock.instant()))))
                .call(() -> keepPayouts.returned(List.of(returned)))
                .chain(booked -> keepMatch(
                        caller, line, payout, "RETURNS", booked.getFirst().id(), null));
    }

    private Uni<Void> keepMatch(
            Caller caller, OpenLine line, Payout payout, String kind, UUID booking, @Nullable String reason) {
        UUID lineId = line.line().id();
        return matches.dropProposals(List.of(lineId))
                .chain(() -> matches.dropProposalsOf(List.of(payout.id())))
                .chain(() -> matches.add(
                        caller, List.of(new Decided(lineId, payout.id(), kind, Rule.BY_HAND.name(), booking)), reason))
                .chain(() -> matches.save(List.of(new LineState(lineId, "MATCHED", BY_HAND, null, booking))));
    }

    private Uni<Void> unmatch(Caller caller, Holding holding) {
        if (holding.kind().equals("RETURNS")) {
            throw new ReconciliationRejection.ReturnIsFinal();
        }
        return payouts.lock(holding.payoutId())
                .chain(payout -> keepPayouts.unsettled(payout.unsettle()))
                .chain(() -> matches.undo(caller, holding.matchId()));
    }

    private Uni<Void> reverseBooking(Caller caller, UUID lineId, String reason) {
        return matches.bookingOf(lineId)
                .chain(booking -> booking.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ledger.find(booking.get())
                                .chain(booked -> postTransactions.post(
                                        caller,
                                        periods -> List.of(booked.orElseThrow(LedgerRejection.TransactionUnknown::new)
                                                .transaction()
                                                .reversal(
                                                        Ids.next(),
                                                        periods.bookableDay(
                                                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                                                        clock.instant(),
                                                        reason))))
                                .replaceWithVoid());
    }

    private static Uni<Void> requireExplained(OpenLine line) {
        if (!line.state().equals("EXPLAINED")) {
            throw new ReconciliationRejection.NothingToUndo();
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<OpenLine> undecided(Line which) {
        return lock(which).invoke(line -> {
            if (!UNDECIDED.contains(line.state())) {
                throw new ReconciliationRejection.LineIsDecided(line.state());
            }
        });
    }

    private Uni<OpenLine> lock(Line which) {
        return matches.lock(which.statementId(), which.lineId())
                .map(found -> found.orElseThrow(StatementRejection.StatementLineUnknown::new));
    }
}
