package org.kolsuite.payment.fee.model;

import java.time.Instant;
import java.time.LocalDate;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.MilestoneState.Approved;
import org.kolsuite.payment.fee.model.MilestoneState.Due;
import org.kolsuite.payment.fee.model.MilestoneState.Paid;
import org.kolsuite.payment.fee.model.MilestoneState.Planned;
import org.kolsuite.payment.fee.model.MilestoneState.Rejected;
import org.kolsuite.payment.fee.model.MilestoneState.Requested;
import org.kolsuite.payment.fee.model.MilestoneState.Returned;
import org.kolsuite.payment.fee.model.MilestoneState.Voided;

/**
 * A part of a fee, with what may be done to it in its state; everything else is {@link FeeRejection.MilestoneStateForbids}.
 *
 * @param name unique within the fee
 */
public record Milestone(String name, Money amount, MilestoneState state) {
    /** The one part of a fee that has no parts. */
    public static final String WHOLE = "WHOLE";
    /** What is owed for work done when a collaboration is cancelled. */
    public static final String COMPENSATION = "COMPENSATION";

    /** A milestone that was reached before stays as it is: the same event twice has one effect. */
    Milestone reach(LocalDate dueOn) {
        return state instanceof Planned ? in(new Due(dueOn)) : this;
    }

    Milestone request(String by, Instant at) {
        return switch (state) {
            case Due due -> in(new Requested(due.dueOn(), by, at));
            case Rejected rejected -> in(new Requested(rejected.dueOn(), by, at));
            default -> throw forbids("request");
        };
    }

    Milestone approve(String by, Instant at) {
        return switch (state) {
            case Requested requested -> in(new Approved(requested.dueOn(), requested.by(), by, at));
            default -> throw forbids("approve");
        };
    }

    Milestone reject(String by, Instant at, String reason) {
        return switch (state) {
            case Requested requested -> in(new Rejected(requested.dueOn(), by, at, reason));
            default -> throw forbids("reject");
        };
    }

    Milestone settle(LocalDate paidOn) {
        return switch (state) {
            case Approved approved -> in(new Paid(approved.dueOn(), approved.requestedBy(), approved.by(), paidOn));
            default -> throw forbids("settle");
        };
    }

    /** A match with the bank was undone: it is owed as before, on its way as before. */
    Milestone unsettle(Instant at) {
        return switch (state) {
            case Paid paid -> in(new Approved(paid.dueOn(), paid.requestedBy(), paid.approvedBy(), at));
            default -> throw forbids("unsettle");
        };
    }

    Milestone giveBack(String reason) {
        return switch (state) {
            case Approved approved -> in(new Returned(approved.dueOn(), approved.requestedBy(), approved.by(), reason));
            case Paid paid -> in(new Returned(paid.dueOn(), paid.requestedBy(), paid.approvedBy(), reason));
            default -> throw forbids("give back");
        };
    }

    Milestone payAgain(Instant at) {
        return switch (state) {
            case Returned returned ->
                in(new Approved(returned.dueOn(), returned.requestedBy(), returned.approvedBy(), at));
            default -> throw forbids("pay again");
        };
    }

    Milestone voidIt(String reason) {
        if (!isVoidable()) {
            throw forbids("void");
        }
        return in(new Voided(reason));
    }

    /** Whether it is not approved yet, so that a cancellation takes it away. */
    public boolean isVoidable() {
        return switch (state) {
            case Planned ignored -> true;
            case Due ignored -> true;
            case Requested ignored -> true;
            case Rejected ignored -> true;
            case Approved ignored -> false;
            case Paid ignored -> false;
            case Returned ignored -> false;
            case Voided ignored -> false;
        };
    }

    private Milestone in(MilestoneState next) {
        return new Milestone(name, amount, next);
    }

    private FeeRejection.MilestoneStateForbids forbids(String command) {
        return new FeeRejection.MilestoneStateForbids(command, name, state);
    }
}
