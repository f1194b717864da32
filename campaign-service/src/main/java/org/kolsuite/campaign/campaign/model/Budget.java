package org.kolsuite.campaign.campaign.model;

import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetBelowCommitted;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetExhausted;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetMustBePositive;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.ReservationExceeded;
import org.kolsuite.contracts.money.Money;

/**
 * A campaign's money in two phases: agreeing reserves, approval (or the parcel leaving) spends, cancelling releases. What
 * is reserved and spent together never passes the total. The one thing that can is a fact that cannot be refused, such as
 * a fee that finance approved in the moment its agreement was cancelled: it is kept apart as unplanned.
 *
 * @param total what may be committed
 * @param reserved promised, not yet spent
 * @param spent approved fees and gifts that left, unplanned ones included
 * @param unplanned the part of spent that no reservation covered
 */
public record Budget(Money total, Money reserved, Money spent, Money unplanned) {

    /** A fresh budget. @throws BudgetMustBePositive when it is zero or less */
    public static Budget of(Money total) {
        if (!total.isPositive()) {
            throw new BudgetMustBePositive(total);
        }
        Money zero = Money.zero(total.currency());
        return new Budget(total, zero, zero, zero);
    }

    /** What is promised or gone. */
    public Money committed() {
        return reserved.plus(spent);
    }

    /** What may still be promised; below zero only after an unplanned spending. */
    public Money available() {
        return total.minus(committed());
    }

    /** @throws BudgetExhausted when less than that is available */
    public Budget reserve(Money amount) {
        requireNotNegative(amount);
        requireAvailable(amount);
        return new Budget(total, reserved.plus(amount), spent, unplanned);
    }

    /** Whether that much could be promised now; nothing is. @throws BudgetExhausted when less is available */
    public void requireAvailable(Money amount) {
        if (amount.isMoreThan(available())) {
            throw new BudgetExhausted(amount, available());
        }
    }

    /** @throws ReservationExceeded when less than that is reserved */
    public Budget release(Money amount) {
        requireReserved(amount);
        return new Budget(total, reserved.minus(amount), spent, unplanned);
    }

    /** Turns a reservation into spending. @throws ReservationExceeded when less than that is reserved */
    public Budget spend(Money amount) {
        requireReserved(amount);
        return new Budget(total, reserved.minus(amount), spent.plus(amount), unplanned);
    }

    /** Records a spending that happened without a reservation. It is a fact, so it is never refused. */
    public Budget spendUnplanned(Money amount) {
        requireNotNegative(amount);
        return new Budget(total, reserved, spent.plus(amount), unplanned.plus(amount));
    }

    /** @throws BudgetBelowCommitted when more than that is already promised or spent */
    public Budget changeTo(Money newTotal) {
        if (!newTotal.isPositive()) {
            throw new BudgetMustBePositive(newTotal);
        }
        if (committed().isMoreThan(newTotal)) {
            throw new BudgetBelowCommitted(newTotal, committed());
        }
        return new Budget(newTotal, reserved, spent, unplanned);
    }

    private void requireReserved(Money amount) {
        requireNotNegative(amount);
        if (amount.isMoreThan(reserved)) {
            throw new ReservationExceeded(amount, reserved);
        }
    }

    private static void requireNotNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a movement of the budget is never negative: " + amount);
        }
    }
}
