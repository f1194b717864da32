package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AlreadyMeasured;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CommandNotAllowed;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NotInTheFuture;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.TimerNotDue;
import org.kolsuite.campaign.collaboration.model.GiftState.Accepted;
import org.kolsuite.campaign.collaboration.model.GiftState.AwaitingShipment;
import org.kolsuite.campaign.collaboration.model.GiftState.Candidate;
import org.kolsuite.campaign.collaboration.model.GiftState.ContentDue;
import org.kolsuite.campaign.collaboration.model.GiftState.Declined;
import org.kolsuite.campaign.collaboration.model.GiftState.Delivered;
import org.kolsuite.campaign.collaboration.model.GiftState.Dropped;
import org.kolsuite.campaign.collaboration.model.GiftState.Escalated;
import org.kolsuite.campaign.collaboration.model.GiftState.InviteExpired;
import org.kolsuite.campaign.collaboration.model.GiftState.Invited;
import org.kolsuite.campaign.collaboration.model.GiftState.LostInTransit;
import org.kolsuite.campaign.collaboration.model.GiftState.Measured;
import org.kolsuite.campaign.collaboration.model.GiftState.NoContent;
import org.kolsuite.campaign.collaboration.model.GiftState.Published;
import org.kolsuite.campaign.collaboration.model.GiftState.Qualified;
import org.kolsuite.campaign.collaboration.model.GiftState.RetainedFree;
import org.kolsuite.campaign.collaboration.model.GiftState.Returned;
import org.kolsuite.campaign.collaboration.model.GiftState.Shipped;
import org.kolsuite.campaign.collaboration.model.GiftState.Withdrawn;

/** The gift track: which step leads where, and what it causes. The diagram stands in the package above. */
public record GiftTrack(CollaborationPolicies policies) {

    /** A new name on the short list. */
    public static Gift begin(Identity identity) {
        return new Gift(identity, null, null, new Candidate());
    }

    /** @throws CommandNotAllowed when the state does not have that step */
    public Decision<Gift> decide(Gift gift, GiftCommand command, Moment moment) {
        if (!gift.state().legal().contains(command.verb())) {
            throw new CommandNotAllowed(gift.state(), command.verb());
        }
        policies.theStepBelongsToTheActor(command.verb(), moment);
        return switch (command) {
            case GiftCommand.Qualify qualify -> qualify(gift, qualify, moment);
            case GiftCommand.Invite invite -> invite(gift, invite, moment);
            case GiftCommand.Accept accept -> accept(gift, accept, moment);
            case GiftCommand.Decline _ -> Decision.of(gift.in(new Declined()));
            case GiftCommand.Withdraw _ -> withdraw(gift, moment);
            case GiftCommand.PrepareShipment prepare -> prepareShipment(gift, prepare);
            case GiftCommand.Ship ship -> ship(gift, ship, moment);
            case GiftCommand.ConfirmDelivery _ -> Decision.of(gift.in(new Delivered(moment.at(), false)));
            case GiftCommand.ReportLost _ -> Decision.of(gift.in(new LostInTransit()));
            case GiftCommand.ReportReturned _ -> Decision.of(gift.in(new Returned()));
            case GiftCommand.SubmitPost post -> submitPost(gift, post, moment);
            case GiftCommand.Retain _ -> Decision.of(gift.in(new RetainedFree()));
            case GiftCommand.Escalate(UUID paid) -> Decision.of(gift.in(new Escalated(paid)));
            case GiftCommand.Drop _ -> drop(gift, moment);
            case GiftCommand.ExpireInvite _ -> onTime(gift, moment, gift.in(new InviteExpired()));
            case GiftCommand.AssumeDelivery _ -> assumeDelivery(gift, moment);
            case GiftCommand.Remind _ -> remind(gift, moment);
            case GiftCommand.GiveUpOnContent _ -> giveUpOnContent(gift, moment);
            case GiftCommand.Measure(int daysAfter) -> measure(gift, daysAfter);
        };
    }

    /** What the clock does next to this collaboration, and when; empty where nothing is waited for. */
    public Optional<Timer> timer(Gift gift) {
        return switch (gift.state()) {
            case Invited(Instant expiresAt) -> Timer.at(expiresAt, new GiftCommand.ExpireInvite());
            case Shipped shipped -> Timer.at(shipped.assumedDeliveryAt(), new GiftCommand.AssumeDelivery());
            case Delivered delivered -> contentTimer(delivered.deliveredAt(), 0);
            case ContentDue due -> contentTimer(due.deliveredAt(), due.reminders());
            case Candidate _, Qualified _, Accepted _, AwaitingShipment _, Published _, Measured _ -> Optional.empty();
            case RetainedFree _, Escalated _, Dropped _, Declined _, InviteExpired _ -> Optional.empty();
            case LostInTransit _, Returned _, NoContent _, Withdrawn _ -> Optional.empty();
        };
    }

    /** @param dueAt not before this */
    public record Timer(Instant dueAt, GiftCommand command) {
        static Optional<Timer> at(Instant dueAt, GiftCommand command) {
            return Optional.of(new Timer(dueAt, command));
        }
    }

    private Optional<Timer> contentTimer(Instant deliveredAt, int reminders) {
        return policies.nextReminderAt(deliveredAt, reminders)
                .map(at -> new Timer(at, new GiftCommand.Remind()))
                .or(() -> Timer.at(policies.noContentAt(deliveredAt), new GiftCommand.GiveUpOnContent()));
    }

    private Decision<Gift> qualify(Gift gift, GiftCommand.Qualify command, Moment moment) {
        policies.qualifyingNeedsAPassedAuditOrAReason(command, moment);
        return Decision.of(new Gift(gift.identity(), command.auditScore(), gift.rights(), new Qualified()));
    }

    private Decision<Gift> invite(Gift gift, GiftCommand.Invite command, Moment moment) {
        policies.regiftingNeedsAReason(command.openNoContent(), moment);
        return Decision.of(new Gift(
                gift.identity().onBrief(command.briefId()),
                gift.auditScore(),
                command.rights(),
                new Invited(policies.inviteExpiresAt(moment.at()))));
    }

    private Decision<Gift> accept(Gift gift, GiftCommand.Accept command, Moment moment) {
        if (gift.state() instanceof Invited(Instant expiresAt)) {
            policies.itHasNotExpired(expiresAt, policies.settings().inviteExpiresAfter(), moment);
        }
        policies.aGiftNeedsAnAddress(command.addressGiven());
        List<Effect> effects = new ArrayList<>();
        UUID brief = gift.identity().briefId();
        if (brief != null) {
            effects.add(new Effect.PlaceTaken(brief));
        }
        effects.add(new Effect.CodesNeeded());
        return new Decision<>(gift.in(new Accepted()), effects);
    }

    private Decision<Gift> withdraw(Gift gift, Moment moment) {
        policies.aReasonIsGiven(moment, "somebody will ask why it ended");
        UUID brief = gift.identity().briefId();
        List<Effect> effects = new ArrayList<>();
        if (gift.state() instanceof AwaitingShipment) {
            effects.add(new Effect.GiftReleased());
        }
        if (brief != null && (gift.state() instanceof Accepted || gift.state() instanceof AwaitingShipment)) {
            effects.add(new Effect.PlaceReturned(brief));
        }
        return new Decision<>(gift.in(new Withdrawn()), effects);
    }

    private Decision<Gift> prepareShipment(Gift gift, GiftCommand.PrepareShipment command) {
        return Decision.of(
                gift.in(new AwaitingShipment(command.productId(), command.productCost(), command.shippingCost())),
                new Effect.GiftReserved(command.productCost().plus(command.shippingCost())));
    }

    private Decision<Gift> ship(Gift gift, GiftCommand.Ship command, Moment moment) {
        if (!(gift.state() instanceof AwaitingShipment planned)) {
            throw new CommandNotAllowed(gift.state(), command.verb());
        }
        return Decision.of(
                gift.in(new Shipped(moment.at(), policies.deliveryMayBeAssumedAt(moment.at()))),
                new Effect.GiftSpent(
                        planned.productId(),
                        planned.productCost(),
                        command.shippingCost() == null ? planned.shippingCost() : command.shippingCost(),
                        command.carrier(),
                        command.trackingNumber(),
                        moment.at()));
    }

    private Decision<Gift> submitPost(Gift gift, GiftCommand.SubmitPost command, Moment moment) {
        if (command.publishedAt().isAfter(moment.now())) {
            throw new NotInTheFuture("publishedAt", command.publishedAt(), moment.now());
        }
        List<Effect> effects = new ArrayList<>();
        boolean late = gift.state() instanceof NoContent;
        effects.add(new Effect.ContentHandedIn(Effect.Kind.POST, command.url(), null, command.publishedAt(), late));
        RightsClause rights = gift.rights();
        if (rights != null) {
            LocalDate day = moment.dayOf(command.publishedAt());
            effects.add(new Effect.RightsGranted(rights, day, rights.lastDay(day)));
        }
        return new Decision<>(gift.in(new Published(command.publishedAt())), effects);
    }

    private Decision<Gift> drop(Gift gift, Moment moment) {
        policies.aReasonIsGiven(moment, "somebody will ask why it ended");
        return Decision.of(gift.in(new Dropped()));
    }

    private Decision<Gift> assumeDelivery(Gift gift, Moment moment) {
        Instant due = requireDue(gift, moment);
        return Decision.of(gift.in(new Delivered(due, true)));
    }

    private Decision<Gift> remind(Gift gift, Moment moment) {
        requireDue(gift, moment);
        return switch (gift.state()) {
            case Delivered(Instant at, boolean assumed) -> Decision.of(gift.in(new ContentDue(at, assumed, 1)));
            case ContentDue(Instant at, boolean assumed, int sent)
            when policies.nextReminderAt(at, sent).isPresent() ->
                Decision.of(gift.in(new ContentDue(at, assumed, sent + 1)));
            default -> throw new CommandNotAllowed(gift.state(), Verb.REMIND);
        };
    }

    private Decision<Gift> giveUpOnContent(Gift gift, Moment moment) {
        if (!(gift.state() instanceof ContentDue due)) {
            throw new CommandNotAllowed(gift.state(), Verb.GIVE_UP_ON_CONTENT);
        }
        Instant at = policies.noContentAt(due.deliveredAt());
        if (moment.at().isBefore(at)) {
            throw new TimerNotDue(at);
        }
        return Decision.of(gift.in(new NoContent(due.deliveredAt())));
    }

    private static Decision<Gift> measure(Gift gift, int daysAfter) {
        return switch (gift.state()) {
            case Published(Instant at) -> Decision.of(gift.in(new Measured(at, daysAfter)));
            case Measured(Instant at, int before)
            when daysAfter > before -> Decision.of(gift.in(new Measured(at, daysAfter)));
            case Measured _ -> throw new AlreadyMeasured(daysAfter);
            default -> throw new CommandNotAllowed(gift.state(), Verb.MEASURE);
        };
    }

    private Decision<Gift> onTime(Gift gift, Moment moment, Gift next) {
        requireDue(gift, moment);
        return Decision.of(next);
    }

    private Instant requireDue(Gift gift, Moment moment) {
        Instant due = timer(gift).map(Timer::dueAt).orElseThrow();
        if (moment.at().isBefore(due)) {
            throw new TimerNotDue(due);
        }
        return due;
    }
}
