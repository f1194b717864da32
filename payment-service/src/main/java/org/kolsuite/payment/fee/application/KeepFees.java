package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeEvent;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.ledger.application.PostTransactions;
import org.kolsuite.payment.ledger.model.ChartOfAccounts;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.Periods;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.outbox.Outbox;

/** Keeps changed fees, books what happened to them, and tells the other services; all in the transaction that is open. */
@ApplicationScoped
public class KeepFees {
    @Inject
    FeeRepository fees;

    @Inject
    PostTransactions ledger;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Changes of fees that are there already. */
    public Uni<Void> keep(Caller caller, List<Fee.Change> changes) {
        return fees.save(changes.stream().map(Fee.Change::fee).toList()).chain(() -> bookAndTell(caller, changes));
    }

    /** A fee that is new. */
    public Uni<Void> add(Caller caller, Fee.Change change) {
        return fees.add(caller, List.of(change.fee())).chain(() -> bookAndTell(caller, List.of(change)));
    }

    private Uni<Void> bookAndTell(Caller caller, List<Fee.Change> changes) {
        Instant now = clock.instant();
        List<Event> told = new ArrayList<>();
        changes.forEach(change -> change.events().forEach(event -> tell(change.fee(), event, now, told)));
        boolean nothingToBook = changes.stream()
                .allMatch(change -> change.events().stream().allMatch(event -> event instanceof FeeEvent.Refused));
        Uni<Void> booked = nothingToBook
                ? Uni.createFrom().voidItem()
                : ledger.post(caller, periods -> bookings(changes, periods, now))
                        .replaceWithVoid();
        return booked.chain(() -> outbox.appendEvents(told));
    }

    private static List<Transaction> bookings(List<Fee.Change> changes, Periods periods, Instant now) {
        LocalDate day = periods.bookableDay(LocalDate.ofInstant(now, ZoneOffset.UTC));
        List<Transaction> transactions = new ArrayList<>();
        for (Fee.Change change : changes) {
            for (FeeEvent event : change.events()) {
                List<Entry> entries = entries(event);
                if (!entries.isEmpty()) {
                    transactions.add(new Transaction(
                            Ids.next(), kind(event), day, now, change.fee().id(), memo(event), null, entries));
                }
            }
        }
        return transactions;
    }

    private static List<Entry> entries(FeeEvent event) {
        return switch (event) {
            case FeeEvent.Committed promised ->
                List.of(
                        Entry.debit(ChartOfAccounts.COMMITMENTS, promised.amount()),
                        Entry.credit(ChartOfAccounts.COMMITMENTS_CONTRA, promised.amount()));
            case FeeEvent.CommitmentReleased released ->
                List.of(
                        Entry.debit(ChartOfAccounts.COMMITMENTS_CONTRA, released.amount()),
                        Entry.credit(ChartOfAccounts.COMMITMENTS, released.amount()));
            case FeeEvent.Approved approved -> {
                List<Entry> entries = new ArrayList<>(List.of(
                        Entry.debit(ChartOfAccounts.FEES, approved.amount()),
                        Entry.credit(ChartOfAccounts.PAYEES, approved.amount())));
                if (approved.wasCommitted()) {
                    entries.add(Entry.debit(ChartOfAccounts.COMMITMENTS_CONTRA, approved.amount()));
                    entries.add(Entry.credit(ChartOfAccounts.COMMITMENTS, approved.amount()));
                }
                yield entries;
            }
            case FeeEvent.Refused ignored -> List.of();
        };
    }

    private static String kind(FeeEvent event) {
        return switch (event) {
            case FeeEvent.Committed ignored -> "FEE_COMMITTED";
            case FeeEvent.CommitmentReleased ignored -> "COMMITMENT_RELEASED";
            case FeeEvent.Approved ignored -> "FEE_APPROVED";
            case FeeEvent.Refused ignored -> "FEE_REFUSED";
        };
    }

    private static String memo(FeeEvent event) {
        return switch (event) {
            case FeeEvent.Committed ignored -> "Fee agreed";
            case FeeEvent.CommitmentReleased released -> "Milestone " + released.milestone() + " cancelled";
            case FeeEvent.Approved approved -> "Milestone " + approved.milestone() + " approved";
            case FeeEvent.Refused refused -> refused.detail();
        };
    }

    private static void tell(Fee fee, FeeEvent event, Instant now, List<Event> told) {
        Agreement agreement = fee.origin() instanceof Agreement one ? one : null;
        switch (event) {
            case FeeEvent.Approved approved ->
                told.add(new FeeApproved(
                        fee.id(),
                        agreement == null ? null : agreement.collaborationId(),
                        agreement == null ? null : agreement.campaignId(),
                        agreement == null ? null : agreement.kolId(),
                        agreement == null ? null : approved.milestone(),
                        approved.amount(),
                        now));
            case FeeEvent.Refused refused -> {
                if (agreement != null) {
                    told.add(new FeeRefused(
                            fee.id(), agreement.collaborationId(), refused.code(), refused.detail(), now));
                }
            }
            case FeeEvent.Committed ignored -> {
                // campaign reserved the budget itself, before it told us
            }
            case FeeEvent.CommitmentReleased ignored -> {
                // campaign releases the rest in its own transaction
            }
        }
    }
}
