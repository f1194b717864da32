package org.kolsuite.campaign.campaign.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.campaign.campaign.model.Reservation;
import org.kolsuite.campaign.campaign.model.Reservation.Purpose;
import org.kolsuite.campaign.campaign.persistence.BudgetRepository;
import org.kolsuite.contracts.money.Money;

/**
 * Moves money between available, reserved and spent, always inside the transaction of the step that causes it. The
 * budget's row is locked before anything is read, so two steps that race for the last of it are decided here.
 */
@ApplicationScoped
public class BudgetBook {
    @Inject
    BudgetRepository budgets;

    /** @throws org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetExhausted when less is available */
    public Uni<Void> reserve(UUID campaignId, UUID collaborationId, Purpose purpose, Money amount) {
        return budgets.change(campaignId, budget -> budget.reserve(amount))
                .chain(budget -> budgets.reservation(collaborationId, purpose, amount.currency()))
                .chain(reservation -> budgets.save(campaignId, reservation.add(amount)));
    }

    /** Returns what is held, except for what is kept. */
    public Uni<Void> release(UUID campaignId, UUID collaborationId, Purpose purpose, Money keep) {
        return budgets.change(campaignId, budget -> budget)
                .chain(locked -> budgets.reservation(collaborationId, purpose, keep.currency()))
                .chain(reservation -> {
                    Money surplus = reservation.held().minus(keep);
                    return surplus.isPositive()
                            ? budgets.change(campaignId, budget -> budget.release(surplus))
                                    .chain(budget -> budgets.save(campaignId, reservation.release(surplus)))
                            : Uni.createFrom().voidItem();
                });
    }

    /**
     * Spends exactly that much of a reservation that was made for about that much: what is missing is reserved first,
     * what is left over is released.
     */
    public Uni<Void> settle(UUID campaignId, UUID collaborationId, Purpose purpose, Money amount) {
        return budgets.change(campaignId, budget -> budget)
                .chain(locked -> budgets.reservation(collaborationId, purpose, amount.currency()))
                .chain(reservation -> {
                    Money missing = amount.minus(reservation.held());
                    Money none = Money.zero(amount.currency());
                    return budgets.change(
                                    campaignId,
                                    budget -> (missing.isNegative()
                                                    ? budget.release(missing.negated())
                                                    : budget.reserve(missing))
                                            .spend(amount))
                            .chain(budget -> budgets.save(
                                    campaignId,
                                    new Reservation(
                                            collaborationId,
                                            purpose,
                                            none,
                                            reservation.spent().plus(amount))));
                });
    }

    /** Records a spending that finance decided: from the reservation as far as it goes, the rest as unplanned. */
    public Uni<Void> spendApproved(UUID campaignId, UUID collaborationId, Money amount) {
        return budgets.change(campaignId, budget -> budget)
                .chain(locked -> budgets.reservation(collaborationId, Purpose.FEE, amount.currency()))
                .chain(reservation -> {
                    Reservation.Draw draw = reservation.draw(amount);
                    return budgets.change(
                                    campaignId,
                                    budget -> budget.spend(draw.covered()).spendUnplanned(draw.uncovered()))
                            .chain(budget -> budgets.save(campaignId, reservation.after(draw)));
                });
    }

    /** The one currency that the campaign's budget and fees are kept in. */
    public Uni<String> currencyOf(UUID campaignId) {
        return budgets.find(campaignId).map(budget -> budget.total().currency());
    }

    /** What finance approved of the collaboration's fee so far. */
    public Uni<Money> approvedSoFar(UUID collaborationId, String currency) {
        return budgets.reservation(collaborationId, Purpose.FEE, currency).map(Reservation::spent);
    }

    public Uni<Reservation> held(UUID collaborationId, Purpose purpose, String currency) {
        return budgets.reservation(collaborationId, purpose, currency);
    }
}
