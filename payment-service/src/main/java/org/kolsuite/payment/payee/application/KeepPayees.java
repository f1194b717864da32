package org.kolsuite.payment.payee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.fee.application.KeepFees;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.model.PayeeRejection;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Entering payees, changing and confirming where their money goes, and revealing an account to who needs it. */
@ApplicationScoped
public class KeepPayees {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    PayeeRepository payees;

    @Inject
    FeeRepository fees;

    @Inject
    KeepFees keepFees;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Enters a payee; fees that waited for one open in the same transaction. */
    public Uni<Payee> enter(
            Caller.Member caller,
            String name,
            @Nullable UUID kolId,
            @Nullable UUID agencyId,
            @Nullable BankDetails bank) {
        Payee entered = Payee.enter(Ids.next(), name, kolId, agencyId);
        Payee payee = bank == null ? entered : entered.enterBank(bank, caller.subject(), clock.instant());
        return unitOfWork.as(
                caller,
                () -> payees.existsFor(kolId, agencyId)
                        .invoke(exists -> {
                            if (exists) {
                                throw new PayeeRejection.PayeeExists();
                            }
                        })
                        .chain(() -> payees.add(payee))
                        .chain(() -> payees.flush())
                        .chain(() -> openWhatWaitedFor(caller, payee))
                        .chain(() -> trail.record(caller, "enter-payee", "payee", payee.id(), null, null, name))
                        .replaceWith(payee));
    }

    public Uni<Payee> rename(Caller.Member caller, UUID id, @Nullable String ifMatch, String name) {
        return change(caller, id, ifMatch, "rename-payee", payee -> payee.rename(name));
    }

    public Uni<Payee> enterBank(Caller.Member caller, UUID id, @Nullable String ifMatch, BankDetails details) {
        return change(
                caller,
                id,
                ifMatch,
                "enter-bank-details",
                payee -> payee.enterBank(details, caller.subject(), clock.instant()));
    }

    public Uni<Payee> confirmBank(Caller.Member caller, UUID id, @Nullable String ifMatch) {
        return change(caller, id, ifMatch, "confirm-bank-details", payee -> payee.confirmBank(caller.subject()));
    }

    /** The account in full; who saw it, and why, stands in the audit trail. */
    public Uni<BankDetails> reveal(Caller.Member caller, UUID id, String reason) {
        return unitOfWork.as(
                caller,
                () -> payees.find(id)
                        .map(payee -> payee.details().orElseThrow(PayeeRejection.BankDetailsMissing::new))
                        .call(() -> trail.record(caller, "reveal-bank-details", "payee", id, reason, null, null)));
    }

    /** The registry erased the person: the name and the account go, the amounts stay. In the open transaction. */
    public Uni<Void> erase(UUID kolId) {
        return payees.ofKol(kolId)
                .chain(payee -> payee.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : payees.save(payee.get().pseudonymised())
                                .chain(erased ->
                                        Sql.of("""
                                        update payout set creditor_cipher = null, creditor_masked = null
                                        where payee_id = :payee and state in ('SETTLED', 'RETURNED')""").with("payee", erased.id()).execute())
                                .replaceWithVoid());
    }

    private Uni<Void> openWhatWaitedFor(Caller caller, Payee payee) {
        if (payee.kolId() == null && payee.agencyId() == null) {
            return Uni.createFrom().voidItem();
        }
        return fees.lockWaitingFor(payee.kolId(), payee.agencyId())
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keepFees.keep(
                                caller,
                                List.copyOf(waiting.stream()
                                        .map(fee -> fee.payeeArrived(payee.id()))
                                        .toList())));
    }

    private Uni<Payee> change(
            Caller.Member caller, UUID id, @Nullable String ifMatch, String action, UnaryOperator<Payee> command) {
        return unitOfWork.as(
                caller,
                () -> payees.lock(id)
                        .invoke(payee -> IfMatch.require(ifMatch, payee.version()))
                        .map(command)
                        .chain(payee -> payees.save(payee))
                        .call(() -> trail.record(caller, action, "payee", id, null, null, null)));
    }
}
