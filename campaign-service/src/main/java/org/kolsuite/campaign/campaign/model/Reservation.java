package org.kolsuite.campaign.campaign.model;

import java.util.UUID;
import org.kolsuite.contracts.money.Money;

/**
 * The part of a budget that one collaboration holds.
 *
 * @param held still reserved
 * @param spent already turned into spending
 */
public record Reservation(UUID collaborationId, Purpose purpose, Money held, Money spent) {

    /** What the money is held for; a collaboration holds at most one reservation per purpose. */
    public enum Purpose {
        /** Product cost plus shipping; spent when the parcel leaves. */
        GIFT,
        /** An agreed fee, or the compensation that is left of it; spent as its parts are approved. */
        FEE
    }

    /**
     * Splits an amount into what this reservation covers and what it does not.
     *
     * @param covered at most {@link #held()}
     * @param uncovered the rest
     */
    public record Draw(Money covered, Money uncovered) {}

    public static Reservation none(UUID collaborationId, Purpose purpose, String currency) {
        return new Reservation(collaborationId, purpose, Money.zero(currency), Money.zero(currency));
    }

    public Reservation add(Money amount) {
        return new Reservation(collaborationId, purpose, held.plus(amount), spent);
    }

    public Reservation release(Money amount) {
        return new Reservation(collaborationId, purpose, held.minus(amount), spent);
    }

    public Draw draw(Money amount) {
        Money covered = amount.isMoreThan(held) ? held : amount;
        return new Draw(covered, amount.minus(covered));
    }

    public Reservation after(Draw draw) {
        return new Reservation(
                collaborationId,
                purpose,
                held.minus(draw.covered()),
                spent.plus(draw.covered()).plus(draw.uncovered()));
    }
}
