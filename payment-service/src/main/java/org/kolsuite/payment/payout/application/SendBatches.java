package org.kolsuite.payment.payout.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.application.PostTransactions;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.BankState;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.payment.payout.model.BatchState;
import org.kolsuite.payment.payout.model.CreditTransfer;
import org.kolsuite.payment.payout.model.HoldPolicy;
import org.kolsuite.payment.payout.model.HoldPolicy.Wait;
import org.kolsuite.payment.payout.model.Pain001Writer;
import org.kolsuite.payment.payout.model.PayingAccount;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.model.PayoutBatch;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.payout.model.PayoutState;
import org.kolsuite.payment.payout.persistence.BatchRepository;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Payouts leave in batches. The steps: look at what would go (preview), make the batch (each payee's account is kept as it is
 * now), hand its file to the bank, and say that it was sent, or discard it. Between making and sending a changed account is
 * noticed and holds the batch.
 */
@ApplicationScoped
public class SendBatches {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    PayoutRepository payouts;

    @Inject
    BatchRepository batches;

    @Inject
    PayeeRepository payees;

    @Inject
    KeepPayouts keepPayouts;

    @Inject
    PostTransactions ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Which payouts are meant.
     *
     * @param payoutIds exactly these; null for every queued one
     * @param dueUntil only what is due by then; null for all
     * @param executionDate one day for all; null for each one's own due date
     */
    public record Selection(
            UUID payingAccountId,
            @Nullable List<UUID> payoutIds,
            @Nullable LocalDate dueUntil,
            @Nullable LocalDate executionDate) {}

    /** One payout of a preview; {@code waitsFor} is set when it is held back. */
    public record Previewed(
            Payout payout,
            String payeeName,
            @Nullable Wait waitsFor,
            LocalDate executionDate,
            boolean possibleDouble) {}

    /** What a batch would be. */
    public record Preview(
            PayingAccount from, List<Previewed> included, List<Previewed> held, Money total, int overdueDates) {}

    public Uni<Preview> preview(Caller caller, Selection selection) {
        return unitOfWork.as(caller, () -> look(selection));
    }

    /** Makes the batch; held payouts stay in the queue. */
    public Uni<PayoutBatch> create(Caller.Member caller, Selection selection) {
        LocalDate wanted = selection.executionDate();
        if (wanted != null && wanted.isBefore(today())) {
            throw new PayoutRejection.ExecutionBeforeToday(wanted);
        }
        return unitOfWork.as(
                caller,
                () -> look(selection).chain(preview -> {
                    if (preview.included().isEmpty()) {
                        throw preview.held().stream()
                                .findFirst()
                                .<RuntimeException>map(held -> new PayoutRejection.PayoutIsHeld(
                                        Optional.ofNullable(held.waitsFor())
                                                        .map(Wait::words)
                                                        .orElse("it is held") + "."))
                                .orElseGet(PayoutRejection.BatchIsEmpty::new);
                    }
                    UUID id = Ids.next();
                    PayoutBatch batch = new PayoutBatch(
                            id,
                            0,
                            preview.from().id(),
                            "KSB-" + id.toString().replace("-", "").substring(0, 31),
                            BatchState.CREATED,
                            preview.included().size(),
                            preview.total(),
                            caller.subject(),
                            caller.name(),
                            clock.instant(),
                            null);
                    List<Payout> taken = preview.included().stream()
                            .map(one -> one.payout().batch(id, one.executionDate()))
                            .toList();
                    return batches.add(batch)
                            .chain(() -> payouts.save(taken))
                            .chain(() -> accountsOf(taken))
                            .chain(accounts -> payouts.keepCreditors(accounts))
                            .chain(() -> trail.record(
                                    caller,
                                    "create-payout-batch",
                                    "payout-batch",
                                    id,
                                    null,
                                    null,
                                    Map.of("payouts", batch.payouts(), "total", batch.total())))
                            .replaceWith(batch);
                }));
    }

    /** The file for the bank, the same bytes however often it is asked for; each download is audited. */
    public Uni<byte[]> file(Caller.Member caller, UUID batchId) {
        return unitOfWork.as(
                caller,
                () -> batches.find(batchId).chain(batch -> {
                    if (batch.state() == BatchState.DISCARDED) {
                        throw new PayoutRejection.BatchStateForbids("download its file", batch.state());
                    }
                    return batches.payingAccount(batch.payingAccountId())
                            .chain(from -> orders(batchId)
                                    .map(orders -> Pain001Writer.write(
                                            new CreditTransfer(batch.messageId(), batch.createdAt(), from, orders))))
                            .call(() -> trail.record(
                                    caller,
                                    "download-payment-file",
                                    "payout-batch",
                                    batchId,
                                    null,
                                    null,
                                    batch.messageId()));
                }));
    }

    /** The file was handed to the bank: from now on only the bank's word counts. */
    public Uni<PayoutBatch> send(Caller.Member caller, UUID batchId) {
        return unitOfWork.as(
                caller,
                () -> batches.lock(batchId)
                        .invoke(batch -> batch.requireOpen("send it"))
                        .chain(batch -> payouts.lockOfBatch(batchId))
                        .call(this::requireUnchangedAccounts)
                        .chain(batched -> {
                            List<Payout> sent = batched.stream()
                                    .map(payout -> payout.send(clock.instant()))
                                    .toList();
                            return keepPayouts
                                    .lockFeesOf(sent)
                                    .chain(() -> ledger.post(
                                            caller,
                                            periods -> sent.stream()
                                                    .map(payout -> PayoutBookings.sent(
                                                            payout.id(),
                                                            payout.amount(),
                                                            periods.bookableDay(today()),
                                                            clock.instant()))
                                                    .toList()))
                                    .chain(() -> keepPayouts.sent(sent));
                        })
                        .chain(() -> batches.close(batchId, BatchState.SENT, caller.subject()))
                        .chain(() ->
                                trail.record(caller, "send-payout-batch", "payout-batch", batchId, null, null, null))
                        .chain(() -> batches.find(batchId)));
    }

    /** The batch was a mistake and has not left: its payouts go back into the queue. */
    public Uni<PayoutBatch> discard(Caller.Member caller, UUID batchId, String reason) {
        return unitOfWork.as(
                caller,
                () -> batches.lock(batchId)
                        .invoke(batch -> batch.requireOpen("discard it"))
                        .chain(batch -> payouts.lockOfBatch(batchId))
                        .chain(batched -> payouts.save(
                                batched.stream().map(Payout::unbatch).toList()))
                        .chain(() -> batches.close(batchId, BatchState.DISCARDED, caller.subject()))
                        .chain(() -> trail.record(
                                caller, "discard-payout-batch", "payout-batch", batchId, reason, null, null))
                        .chain(() -> batches.find(batchId)));
    }

    private Uni<Preview> look(Selection selection) {
        return batches.payingAccount(selection.payingAccountId())
                .chain(from -> candidates(selection, from)
                        .chain(candidates ->
                                payees.all(payeesOf(candidates)).map(paid -> sort(selection, from, candidates, paid))));
    }

    private Uni<List<Payout>> candidates(Selection selection, PayingAccount from) {
        List<UUID> ids = selection.payoutIds();
        if (ids == null) {
            return payouts.lockQueued(from.currency(), selection.dueUntil());
        }
        return payouts.lockAll(ids)
                .invoke(found -> found.forEach(payout -> {
                    if (!payout.amount().currency().equals(from.currency())) {
                        throw new PayoutRejection.CurrencyOfAccountDiffers(
                                payout.amount().currency(), from.currency());
                    }
                    if (!(payout.state() instanceof PayoutState.Queued)) {
                        throw new PayoutRejection.PayoutStateForbids("put it into a batch", payout.state());
                    }
                }));
    }

    private Preview sort(Selection selection, PayingAccount from, List<Payout> candidates, Map<UUID, Payee> paid) {
        // The parts of one fee may well be alike; a payment is double when another fee asks for the same.
        Map<List<Object>, Set<UUID>> alike = new HashMap<>();
        candidates.forEach(payout ->
                alike.computeIfAbsent(likeness(payout), same -> new HashSet<>()).add(payout.feeId()));
        List<Previewed> included = new ArrayList<>();
        List<Previewed> held = new ArrayList<>();
        int overdue = 0;
        Money total = Money.zero(from.currency());
        for (Payout payout : candidates) {
            Payee payee = paid.get(payout.payeeId());
            BankState bank = payee == null ? new BankState.Missing() : payee.bank();
            Wait wait = HoldPolicy.whyItWaits(payout.state(), bank, payout.dueOn(), today())
                    .filter(Wait::isHold)
                    .orElse(null);
            LocalDate day = selection.executionDate() == null ? payout.dueOn() : selection.executionDate();
            Previewed one = new Previewed(
                    payout,
                    payee == null ? "" : payee.name(),
                    wait,
                    day,
                    alike.getOrDefault(likeness(payout), Set.of()).size() > 1);
            if (wait == null) {
                included.add(one);
                total = total.plus(payout.amount());
                overdue += day.isBefore(today()) ? 1 : 0;
            } else {
                held.add(one);
            }
        }
        return new Preview(from, included, held, total, overdue);
    }

    private static List<Object> likeness(Payout payout) {
        return List.of(payout.payeeId(), payout.amount(), payout.dueOn());
    }

    private Uni<Map<UUID, AccountNumber>> accountsOf(List<Payout> taken) {
        return payees.all(payeesOf(taken)).map(paid -> {
            Map<UUID, AccountNumber> accounts = new HashMap<>();
            for (Payout payout : taken) {
                Optional.ofNullable(paid.get(payout.payeeId()))
                        .flatMap(Payee::details)
                        .ifPresent(details -> accounts.put(payout.id(), details.account()));
            }
            return accounts;
        });
    }

    private Uni<List<CreditTransfer.Order>> orders(UUID batchId) {
        return payouts.ofBatch(batchId)
                .chain(batched -> payees.all(payeesOf(batched))
                        .chain(paid -> payouts.creditorAccounts(batchId)
                                .map(accounts -> batched.stream()
                                        .map(payout ->
                                                order(payout, paid.get(payout.payeeId()), accounts.get(payout.id())))
                                        .toList())));
    }

    private static CreditTransfer.Order order(Payout payout, @Nullable Payee payee, @Nullable AccountNumber account) {
        if (account == null) {
            throw new PayoutRejection.PayoutIsHeld("there are no bank details.");
        }
        Optional<BankDetails> present = payee == null
                ? Optional.empty()
                : payee.details().filter(one -> one.account().equals(account));
        String holder = present.map(BankDetails::holder).orElseGet(() -> payee == null ? "Payee" : payee.name());
        String name = holder.length() > 70 ? holder.substring(0, 70) : holder;
        BankDetails creditor =
                new BankDetails(name, account, present.map(BankDetails::bic).orElse(null), null);
        return new CreditTransfer.Order(
                payout.endToEndId(), executionDate(payout), payout.amount(), creditor, payout.endToEndId());
    }

    private static LocalDate executionDate(Payout payout) {
        return switch (payout.state()) {
            case PayoutState.Queued ignored -> payout.dueOn();
            case PayoutState.Batched batched -> batched.executionDate();
            case PayoutState.Sent sent -> sent.executionDate();
            case PayoutState.Unknown unknown -> unknown.executionDate();
            case PayoutState.Settled settled -> settled.executionDate();
            case PayoutState.Returned returned -> returned.executionDate();
        };
    }

    private Uni<Void> requireUnchangedAccounts(List<Payout> batched) {
        UUID batchId = batched.isEmpty()
                ? new UUID(0, 0)
                : ((PayoutState.Batched) batched.getFirst().state()).batchId();
        return payees.all(payeesOf(batched))
                .chain(paid -> payouts.creditorAccounts(batchId)
                        .invoke(accounts -> batched.forEach(payout -> {
                            Payee payee = paid.get(payout.payeeId());
                            boolean same = payee != null
                                    && payee.bank() instanceof BankState.Usable usable
                                    && usable.details().account().equals(accounts.get(payout.id()));
                            if (!same) {
                                throw new PayoutRejection.PayoutIsHeld("the bank details of "
                                        + (payee == null ? "a payee" : payee.name())
                                        + " changed after this batch was made; discard it and make a new one.");
                            }
                        })))
                .replaceWithVoid();
    }

    private static Collection<UUID> payeesOf(List<Payout> payouts) {
        return payouts.stream().map(Payout::payeeId).distinct().toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
