package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.Booked;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.LedgerRejection;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** What a person books: an opening balance, an accrual, a correction; and undoing it by a reversal. */
@ApplicationScoped
public class BookManually {
    private static final String MANUAL = "MANUAL";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    LedgerRepository ledger;

    @Inject
    PostTransactions postTransactions;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public Uni<Account> addAccount(Caller caller, Account account) {
        return unitOfWork.as(
                caller,
                () -> ledger.lockHead()
                        .chain(() -> ledger.accounts())
                        .invoke(accounts -> {
                            if (accounts.containsKey(account.code())) {
                                throw new LedgerRejection.AccountExists(account.code());
                            }
                        })
                        .chain(() -> ledger.addAccounts(List.of(account)))
                        .replaceWith(account));
    }

    /** @throws LedgerRejection.PeriodIsClosed when the day lies in a closed month (CASES M26) */
    public Uni<Booked> book(Caller caller, LocalDate day, String memo, List<Entry> entries) {
        UUID id = Ids.next();
        return unitOfWork.as(
                caller,
                () -> postTransactions
                        .post(
                                caller,
                                periods -> List.of(new Transaction(
                                        id,
                                        MANUAL,
                                        periods.requireOpen(day),
                                        clock.instant(),
                                        null,
                                        memo,
                                        null,
                                        entries)))
                        .chain(() ->
                                trail.record(caller, "book-manually", "ledger-transaction", id, memo, null, entries))
                        .chain(() -> find(id)));
    }

    /** Undoes a manual booking by its mirror image, today; happens once however many ask (CASES M22). */
    public Uni<Booked> reverse(Caller caller, UUID id, String reason) {
        UUID reversal = Ids.next();
        return unitOfWork.as(
                caller,
                () -> ledger.lockHead()
                        .chain(() -> find(id))
                        .invoke(BookManually::requireReversible)
                        .call(() -> requireNotReversed(id))
                        .chain(booked -> postTransactions.post(
                                caller,
                                periods -> List.of(booked.transaction()
                                        .reversal(
                                                reversal,
                                                periods.bookableDay(
                                                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                                                clock.instant(),
                                                reason))))
                        .chain(() ->
                                trail.record(caller, "reverse-booking", "ledger-transaction", id, reason, null, null))
                        .chain(() -> find(reversal)));
    }

    private Uni<Booked> find(UUID id) {
        return ledger.find(id).map(found -> found.orElseThrow(LedgerRejection.TransactionUnknown::new));
    }

    private Uni<Void> requireNotReversed(UUID id) {
        return ledger.isReversed(id)
                .invoke(reversed -> {
                    if (reversed) {
                        throw new LedgerRejection.AlreadyReversed();
                    }
                })
                .replaceWithVoid();
    }

    private static void requireReversible(Booked booked) {
        if (booked.transaction().reverses() != null) {
            throw new LedgerRejection.ReversalIsFinal();
        }
        if (!booked.transaction().kind().equals(MANUAL)) {
            throw new LedgerRejection.BookedByTheSuite(booked.transaction().kind());
        }
    }
}
