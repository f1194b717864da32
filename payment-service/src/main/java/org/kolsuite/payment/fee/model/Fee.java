package org.kolsuite.payment.fee.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;

/**
 * What the organisation owes, or will owe, to one payee. A fee is promised as a whole and becomes payable part by part.
 *
 * @param version grows with every change; 0 before it was first kept
 * @param payeeId null only while {@link FeeState.Blocked} for want of a payee
 */
public record Fee(
        UUID id,
        long version,
        FeeOrigin origin,
        @Nullable UUID payeeId,
        Money total,
        FeeState state,
        List<Milestone> milestones) {

    /** A fee after a command, and what happened. */
    public record Change(Fee fee, List<FeeEvent> events) {}

    public Fee {
        milestones = List.copyOf(milestones);
    }

    /**
     * Opens the fee of an agreement, or refuses it: with bad terms for good, without a payee until there is one.
     */
    public static Change agreed(UUID id, Agreement agreement, Optional<UUID> payee, FeeTerms terms) {
        Optional<String> fault = terms.fault();
        if (fault.isPresent()) {
            return refused(id, agreement, payee, terms, "BAD_TERMS", fault.get());
        }
        if (payee.isEmpty()) {
            String whom = agreement.agencyId() == null ? "this KOL" : "this agency";
            return refused(id, agreement, payee, terms, "NO_PAYEE", "There is no payee for " + whom + " yet.");
        }
        Fee fee = new Fee(id, 0, agreement, payee.get(), terms.total(), new FeeState.Open(), planned(terms));
        return new Change(fee, List.of(new FeeEvent.Committed(terms.total())));
    }

    /** A fee that finance entered: one part, earned at once. */
    public static Fee adHoc(UUID id, FeeOrigin.AdHoc origin, UUID payee, Money amount, LocalDate dueOn) {
        if (!amount.isPositive()) {
            throw new FeeRejection.FeeNotPositive(amount);
        }
        Milestone whole = new Milestone(Milestone.WHOLE, amount, new MilestoneState.Due(dueOn));
        return new Fee(id, 0, origin, payee, amount, new FeeState.Open(), List.of(whole));
    }

    /** The payee that was missing is there now. A fee that does not wait for one stays as it is. */
    public Change payeeArrived(UUID payee) {
        if (!(state instanceof FeeState.Blocked blocked && blocked.code().equals("NO_PAYEE"))) {
            return new Change(this, List.of());
        }
        Fee open = new Fee(id, version, origin, payee, total, new FeeState.Open(), milestones);
        Money promised = milestones.stream()
                .filter(Milestone::isVoidable)
                .map(Milestone::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
        return new Change(open, promised.isPositive() ? List.of(new FeeEvent.Committed(promised)) : List.of());
    }

    /** What a part hangs on has happened, also while the fee is blocked: it is earned all the same. */
    public Fee reach(String milestone, LocalDate dueOn) {
        return with(milestone, part -> part.reach(dueOn));
    }

    public Fee request(String milestone, String by, Instant at) {
        requireOpen();
        return with(milestone, part -> part.request(by, at));
    }

    /** The caller has asked {@link ApprovalPolicy} first. */
    public Change approve(String milestone, String by, Instant at) {
        requireOpen();
        Fee approved = with(milestone, part -> part.approve(by, at));
        return new Change(
                approved,
                List.of(new FeeEvent.Approved(milestone, part(milestone).amount(), isFromAgreement())));
    }

    public Fee reject(String milestone, String by, Instant at, String reason) {
        requireOpen();
        return with(milestone, part -> part.reject(by, at, reason));
    }

    /** The bank shows the payment. */
    public Fee settle(String milestone, LocalDate paidOn) {
        return with(milestone, part -> part.settle(paidOn));
    }

    /** The bank's line was matched by mistake. */
    public Fee unsettle(String milestone, Instant at) {
        return with(milestone, part -> part.unsettle(at));
    }

    /** The bank sent the money back: the part is open again. */
    public Fee giveBack(String milestone, String reason) {
        return with(milestone, part -> part.giveBack(reason));
    }

    /** After a return, a person looked at the account and lets a new payment go. */
    public Fee payAgain(String milestone, Instant at) {
        requireOpen();
        return with(milestone, part -> part.payAgain(at));
    }

    /** Finance takes back an ad-hoc fee that is not approved; an agreement is cancelled in the campaign. */
    public Change withdraw(String reason) {
        if (isFromAgreement()) {
            throw new FeeRejection.AgreementIsCancelledInItsCampaign();
        }
        return new Change(with(Milestone.WHOLE, part -> part.voidIt(reason)), List.of());
    }

    /**
     * The collaboration was cancelled: what is not approved is void, and the compensation is owed instead. Cancelling
     * twice has one effect.
     *
     * @param compensation may be zero
     */
    public Change cancel(Money compensation, LocalDate dueOn, String reason) {
        if (milestones.stream().noneMatch(Milestone::isVoidable)
                || milestones.stream().anyMatch(part -> part.name().equals(Milestone.COMPENSATION))) {
            return new Change(this, List.of());
        }
        boolean committed = state instanceof FeeState.Open;
        List<FeeEvent> events = new ArrayList<>();
        List<Milestone> parts = new ArrayList<>();
        for (Milestone part : milestones) {
            if (part.isVoidable()) {
                parts.add(part.voidIt(reason));
                if (committed) {
                    events.add(new FeeEvent.CommitmentReleased(part.name(), part.amount()));
                }
            } else {
                parts.add(part);
            }
        }
        if (compensation.isPositive()) {
            parts.add(new Milestone(Milestone.COMPENSATION, compensation, new MilestoneState.Due(dueOn)));
            if (committed) {
                events.add(new FeeEvent.Committed(compensation));
            }
        }
        return new Change(new Fee(id, version, origin, payeeId, total, state, parts), events);
    }

    public Milestone part(String name) {
        return milestones.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FeeRejection.MilestoneUnknown(name));
    }

    public boolean isFromAgreement() {
        return origin instanceof Agreement;
    }

    private static List<Milestone> planned(FeeTerms terms) {
        return terms.parts().stream()
                .map(part -> new Milestone(part.name(), part.amount(), new MilestoneState.Planned()))
                .toList();
    }

    private static Change refused(
            UUID id, Agreement agreement, Optional<UUID> payee, FeeTerms terms, String code, String detail) {
        Fee fee = new Fee(
                id,
                0,
                agreement,
                payee.orElse(null),
                terms.total(),
                new FeeState.Blocked(code, detail),
                planned(terms));
        return new Change(fee, List.of(new FeeEvent.Refused(code, detail)));
    }

    private Fee with(String milestone, UnaryOperator<Milestone> change) {
        part(milestone);
        List<Milestone> parts = milestones.stream()
                .map(part -> part.name().equals(milestone) ? change.apply(part) : part)
                .toList();
        return new Fee(id, version, origin, payeeId, total, state, parts);
    }

    private void requireOpen() {
        if (state instanceof FeeState.Blocked blocked) {
            throw new FeeRejection.FeeIsBlocked(blocked.detail());
        }
    }
}
