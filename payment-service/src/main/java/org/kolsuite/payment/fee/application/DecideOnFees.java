package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.fee.model.ApprovalLimits;
import org.kolsuite.payment.fee.model.ApprovalPolicy;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeEvent;
import org.kolsuite.payment.fee.model.FeeOrigin;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.model.Milestone;
import org.kolsuite.payment.fee.model.MilestoneState;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.StaleVersion;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Requesting, approving and rejecting parts of fees, one or hundreds at a time. Each part is decided for itself: what a rule
 * refuses is told beside what was done, and nothing of a refused part is written.
 */
@ApplicationScoped
public class DecideOnFees {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FeeRepository fees;

    @Inject
    PayeeRepository payees;

    @Inject
    PayoutRepository payouts;

    @Inject
    SetApprovalLimits approvalLimits;

    @Inject
    KeepFees keepFees;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * A part of a fee.
     *
     * @param version the fee's version that the person looked at; null when they decide on whatever it is now
     */
    public record Part(
            UUID feeId, String milestone, @Nullable Long version) {}

    /** What became of one part; the refusal is null when it was done. */
    public record Outcome(Part part, @Nullable Rejection refusal) {}

    /** Puts parts before a second person. */
    public Uni<List<Outcome>> request(Caller.Member caller, List<Part> parts) {
        return decide(
                caller,
                parts,
                "request-payment",
                null,
                (fee, part) ->
                        new Fee.Change(fee.request(part.milestone(), caller.subject(), clock.instant()), List.of()));
    }

    /** The second person says yes: cost, debt and a queued payout, in one transaction. */
    public Uni<List<Outcome>> approve(Caller.Member caller, List<Part> parts) {
        return unitOfWork.as(
                caller,
                () -> approvalLimits
                        .limits()
                        .chain(limits -> fees.lockAll(idsOf(parts))
                                .chain(locked -> payees.all(payeesOf(locked)).chain(paid -> {
                                    Decisions decisions = new Decisions(locked);
                                    List<Payout> queued = new ArrayList<>();
                                    for (Part part : parts) {
                                        decisions.take(part, fee -> approved(caller, limits, paid, fee, part, queued));
                                    }
                                    return keepFees.keep(caller, decisions.changes())
                                            .chain(() -> payouts.add(queued))
                                            .chain(() -> audit(caller, "approve-payment", null, decisions.done()))
                                            .replaceWith(decisions.outcomes);
                                }))));
    }

    /** The second person says no, and why. */
    public Uni<List<Outcome>> reject(Caller.Member caller, List<Part> parts, String reason) {
        return decide(
                caller,
                parts,
                "reject-payment",
                reason,
                (fee, part) -> new Fee.Change(
                        fee.reject(part.milestone(), caller.subject(), clock.instant(), reason), List.of()));
    }

    /** Takes back an ad-hoc fee that nobody has approved. */
    public Uni<List<Outcome>> withdraw(Caller.Member caller, UUID feeId, long version, String reason) {
        return decide(
                caller,
                List.of(new Part(feeId, Milestone.WHOLE, version)),
                "withdraw-fee",
                reason,
                (fee, part) -> fee.withdraw(reason));
    }

    private Fee.Change approved(
            Caller.Member caller,
            ApprovalLimits limits,
            Map<UUID, Payee> paid,
            Fee fee,
            Part part,
            List<Payout> queued) {
        Payee payee = fee.payeeId() == null ? null : paid.get(fee.payeeId());
        ApprovalPolicy policy = new ApprovalPolicy(
                limits, payee == null ? null : payee.accountEditedBy().orElse(null));
        policy.requireMayApprove(
                new ApprovalPolicy.Approver(caller.subject(), caller.roles()), fee.part(part.milestone()));
        Fee.Change change = fee.approve(part.milestone(), caller.subject(), clock.instant());
        queued.add(payoutFor(change.fee(), part.milestone()));
        return change;
    }

    private static Payout payoutFor(Fee fee, String milestone) {
        Milestone part = fee.part(milestone);
        String reference = fee.origin() instanceof FeeOrigin.AdHoc adHoc ? adHoc.reference() : null;
        LocalDate dueOn = ((MilestoneState.Approved) part.state()).dueOn();
        return Payout.queue(
                Ids.next(),
                fee.id(),
                milestone,
                Objects.requireNonNull(fee.payeeId(), "an open fee has a payee"),
                part.amount(),
                reference,
                dueOn);
    }

    private Uni<List<Outcome>> decide(
            Caller.Member caller, List<Part> parts, String action, @Nullable String reason, Command command) {
        return unitOfWork.as(
                caller,
                () -> fees.lockAll(idsOf(parts)).chain(locked -> {
                    Decisions decisions = new Decisions(locked);
                    parts.forEach(part -> decisions.take(part, fee -> command.on(fee, part)));
                    return keepFees.keep(caller, decisions.changes())
                            .chain(() -> audit(caller, action, reason, decisions.done()))
                            .replaceWith(decisions.outcomes);
                }));
    }

    private Uni<Void> audit(Caller caller, String action, @Nullable String reason, List<Part> done) {
        return trail.recordAll(
                caller,
                action,
                "fee",
                reason,
                done.stream()
                        .map(part -> new AuditTrail.Act(part.feeId(), part.milestone()))
                        .toList());
    }

    private static List<UUID> idsOf(List<Part> parts) {
        return parts.stream().map(Part::feeId).distinct().toList();
    }

    private static List<UUID> payeesOf(List<Fee> locked) {
        return locked.stream()
                .map(Fee::payeeId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private interface Command {
        Fee.Change on(Fee fee, Part part);
    }

    private interface OnFee {
        Fee.Change apply(Fee fee);
    }

    /** Fees while they are decided on: several parts of one fee see each other's changes. */
    private static final class Decisions {
        private final Map<UUID, Fee.Change> changed = new LinkedHashMap<>();
        private final Map<UUID, Fee> present = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Decisions(List<Fee> locked) {
            locked.forEach(fee -> present.put(fee.id(), fee));
        }

        void take(Part part, OnFee command) {
            Fee fee = present.get(part.feeId());
            if (fee == null) {
                outcomes.add(new Outcome(part, new FeeRejection.FeeUnknown()));
                return;
            }
            try {
                requireSeen(part, fee);
                Fee.Change change = command.apply(fee);
                present.put(fee.id(), change.fee());
                changed.merge(fee.id(), change, Decisions::after);
                outcomes.add(new Outcome(part, null));
            } catch (Rejection refusal) {
                outcomes.add(new Outcome(part, refusal));
            }
        }

        private static void requireSeen(Part part, Fee fee) {
            if (part.version() != null && part.version() != fee.version()) {
                throw new StaleVersion(fee.version());
            }
        }

        List<Fee.Change> changes() {
            return List.copyOf(changed.values());
        }

        List<Part> done() {
            return outcomes.stream()
                    .filter(outcome -> outcome.refusal() == null)
                    .map(Outcome::part)
                    .toList();
        }

        private static Fee.Change after(Fee.Change first, Fee.Change second) {
            List<FeeEvent> events = new ArrayList<>(first.events());
            events.addAll(second.events());
            return new Fee.Change(second.fee(), events);
        }
    }
}
