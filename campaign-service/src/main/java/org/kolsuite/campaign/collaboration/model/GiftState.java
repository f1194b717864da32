package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.kolsuite.contracts.money.Money;

/** The states of the gift track. What a state knows is what the next step needs. */
public sealed interface GiftState extends TrackState {

    /** On the short list; nobody has looked closer. */
    record Candidate() implements GiftState {}

    /** The audit passed, or somebody decided with a reason. */
    record Qualified() implements GiftState {}

    record Invited(Instant expiresAt) implements GiftState {}

    /** The KOL said yes and gave an address. */
    record Accepted() implements GiftState {}

    /** The gift is chosen and its cost reserved. */
    record AwaitingShipment(UUID productId, Money productCost, Money shippingCost) implements GiftState {}

    record Shipped(Instant shippedAt, Instant assumedDeliveryAt) implements GiftState {}

    /** @param assumed nobody confirmed it, time did; the mark stays */
    record Delivered(Instant deliveredAt, boolean assumed) implements GiftState {}

    /** @param reminders how many have gone out */
    record ContentDue(Instant deliveredAt, boolean assumed, int reminders) implements GiftState {}

    record Published(Instant publishedAt) implements GiftState {}

    /** @param daysAfter the latest measuring, 7 or 21 days after publishing */
    record Measured(Instant publishedAt, int daysAfter) implements GiftState {}

    /** Stays in touch without pay. */
    record RetainedFree() implements GiftState {}

    record Escalated(UUID paidCollaborationId) implements GiftState {}

    record Dropped() implements GiftState {}

    record Declined() implements GiftState {}

    record InviteExpired() implements GiftState {}

    record LostInTransit() implements GiftState {}

    record Returned() implements GiftState {}

    /** Nothing was posted 30 days after delivery. Open: a late post still counts. */
    record NoContent(Instant deliveredAt) implements GiftState {}

    record Withdrawn() implements GiftState {}

    @Override
    default boolean atAnEnd() {
        return switch (this) {
            case RetainedFree _, Escalated _, Dropped _, Declined _, InviteExpired _, Withdrawn _ -> true;
            case LostInTransit _, Returned _, NoContent _ -> true;
            case Candidate _, Qualified _, Invited _, Accepted _, AwaitingShipment _, Shipped _ -> false;
            case Delivered _, ContentDue _, Published _, Measured _ -> false;
        };
    }

    @Override
    default Set<Verb> legal() {
        return switch (this) {
            case Candidate _ -> Set.of(Verb.QUALIFY, Verb.WITHDRAW);
            case Qualified _ -> Set.of(Verb.INVITE, Verb.WITHDRAW);
            case Invited _ -> Set.of(Verb.ACCEPT, Verb.DECLINE, Verb.WITHDRAW, Verb.EXPIRE);
            case Accepted _ -> Set.of(Verb.PREPARE_SHIPMENT, Verb.WITHDRAW);
            case AwaitingShipment _ -> Set.of(Verb.SHIP, Verb.WITHDRAW);
            case Shipped _ ->
                Set.of(Verb.CONFIRM_DELIVERY, Verb.REPORT_LOST, Verb.REPORT_RETURNED, Verb.ASSUME_DELIVERY);
            case Delivered delivered -> afterDelivery(delivered.assumed(), Verb.REMIND);
            case ContentDue due -> afterDelivery(due.assumed(), Verb.REMIND, Verb.GIVE_UP_ON_CONTENT);
            case Published _ -> Set.of(Verb.MEASURE);
            case Measured _ -> Set.of(Verb.MEASURE, Verb.RETAIN, Verb.ESCALATE, Verb.DROP);
            case LostInTransit _, Returned _ -> Set.of(Verb.PREPARE_SHIPMENT);
            case NoContent _ -> Set.of(Verb.SUBMIT_POST);
            case RetainedFree _, Escalated _, Dropped _, Declined _, InviteExpired _, Withdrawn _ -> Set.of();
        };
    }

    /** A delivery that was only assumed may still turn out to be lost or returned. */
    private static Set<Verb> afterDelivery(boolean assumed, Verb... timers) {
        Set<Verb> legal = EnumSet.of(Verb.SUBMIT_POST, timers);
        if (assumed) {
            legal.add(Verb.REPORT_LOST);
            legal.add(Verb.REPORT_RETURNED);
        }
        return legal;
    }
}
