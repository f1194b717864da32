package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.collaboration.messaging.CollaborationNews;
import org.kolsuite.campaign.collaboration.model.Actor;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.BeforeTheStepItFollows;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CommandOfTheOtherTrack;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NotInTheFuture;
import org.kolsuite.campaign.collaboration.model.Decision;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.GiftTrack;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.PaidTrack;
import org.kolsuite.campaign.collaboration.model.Party;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.collaboration.persistence.HistoryRow;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * The way every step of a collaboration goes, whoever takes it:
 *
 * <ol>
 *   <li>find the row as the caller sees it; a KOL's transaction then enters the row's organisation;
 *   <li>lock and read it again, and compare the version that the caller read;
 *   <li>let the track decide; a refusal ends here and nothing happened;
 *   <li>carry out the effects (budget, places, codes, content, rights, events), write the state with its next due date,
 *       the history, and the state for the others: all in the one transaction.
 * </ol>
 */
@ApplicationScoped
public class TakeStep {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    CampaignRepository campaigns;

    @Inject
    CarryOut carryOut;

    @Inject
    CollaborationNews news;

    @Inject
    GiftTrack giftTrack;

    @Inject
    PaidTrack paidTrack;

    @Inject
    Settings.Workflow settings;

    @Inject
    Clock clock;

    /** What a command is made of: the locked row and its campaign. */
    public record Situation(CollaborationRow row, Collaboration collaboration, Campaign campaign, Moment moment) {}

    /** A step was taken: the collaboration, and its version now. */
    public record Taken(UUID id, long version) {
        static Taken of(CollaborationRow row) {
            return new Taken(row.id, row.version);
        }
    }

    /** Takes a step on the gift track. */
    public Uni<Taken> gift(
            Caller caller, Step step, Verb verb, Function<Situation, Uni<? extends GiftCommand>> command) {
        return unitOfWork.as(
                caller,
                () -> open(caller, step).chain(situation -> {
                    if (!(situation.collaboration() instanceof Gift gift)) {
                        throw new CommandOfTheOtherTrack(Track.PAID, verb);
                    }
                    return command.apply(situation)
                            .chain(given -> finish(
                                    situation,
                                    verb,
                                    giftTrack.decide(gift, given, situation.moment()),
                                    step.at() != null))
                            .map(Taken::of);
                }));
    }

    /** Takes a step on the paid track. */
    public Uni<Taken> paid(
            Caller caller, Step step, Verb verb, Function<Situation, Uni<? extends PaidCommand>> command) {
        return unitOfWork.as(
                caller,
                () -> open(caller, step).chain(situation -> {
                    if (!(situation.collaboration() instanceof Paid paid)) {
                        throw new CommandOfTheOtherTrack(Track.GIFT, verb);
                    }
                    return command.apply(situation)
                            .chain(given -> finish(
                                    situation,
                                    verb,
                                    paidTrack.decide(paid, given, situation.moment()),
                                    step.at() != null))
                            .map(Taken::of);
                }));
    }

    /** Takes a step that both tracks have. */
    public Uni<Taken> either(
            Caller caller,
            Step step,
            Verb verb,
            Function<Situation, Uni<? extends GiftCommand>> gift,
            Function<Situation, Uni<? extends PaidCommand>> paid) {
        return unitOfWork.as(
                caller,
                () -> collaborations
                        .find(step.id())
                        .chain(row -> Track.valueOf(row.track) == Track.GIFT
                                ? gift(caller, step, verb, gift)
                                : paid(caller, step, verb, paid)));
    }

    /** What the clock does to a row that the sweep has taken, in the sweep's transaction. */
    Uni<CollaborationRow> onTime(Caller.System caller, CollaborationRow row) {
        Collaboration collaboration = collaborations.toModel(row);
        Instant now = clock.instant();
        return campaigns.find(row.campaignId).chain(stored -> {
            Campaign campaign = stored.campaign();
            Actor timer = actor(caller);
            return switch (collaboration) {
                case Gift gift -> {
                    Optional<GiftTrack.Timer> due = giftTrack.timer(gift);
                    if (due.isEmpty() || due.get().dueAt().isAfter(now)) {
                        yield settle(row, collaboration, now);
                    }
                    Moment moment = new Moment(due.get().dueAt(), now, campaign.timeZone(), timer, null);
                    GiftCommand command = due.get().command();
                    yield finish(
                            new Situation(row, gift, campaign, moment),
                            command.verb(),
                            giftTrack.decide(gift, command, moment),
                            false);
                }
                case Paid paid -> {
                    Optional<Instant> due = paidTrack.expiresAt(paid);
                    if (due.isEmpty() || due.get().isAfter(now)) {
                        yield settle(row, collaboration, now);
                    }
                    Moment moment = new Moment(due.get(), now, campaign.timeZone(), timer, null);
                    yield finish(
                            new Situation(row, paid, campaign, moment),
                            Verb.EXPIRE,
                            paidTrack.decide(paid, new PaidCommand.ExpireOffer(), moment),
                            false);
                }
            };
        });
    }

    /** Writes a collaboration that begins, with its first line of history. */
    Uni<CollaborationRow> begin(
            Collaboration collaboration, CollaborationRow row, Verb verb, Moment moment, boolean dated) {
        row.dueAt = dueAt(collaboration, moment.now(), dated);
        return collaborations
                .add(row)
                .chain(() -> remember(row.id, verb, null, row.state, moment))
                .chain(() -> news.changed(row))
                .replaceWith(row);
    }

    Moment moment(Caller caller, @Nullable Instant at, @Nullable String reason, Campaign campaign) {
        Instant now = clock.instant();
        if (at != null && at.isAfter(now) && !(caller instanceof Caller.System)) {
            throw new NotInTheFuture("at", at, now);
        }
        return new Moment(at == null || at.isAfter(now) ? now : at, now, campaign.timeZone(), actor(caller), reason);
    }

    Uni<Situation> open(Caller caller, Step step) {
        return collaborations
                .find(step.id())
                .call(row -> caller instanceof Caller.Kol || caller instanceof Caller.Agency
                        ? unitOfWork.enter(Objects.requireNonNull(row.tenantId))
                        : Uni.createFrom().voidItem())
                .chain(collaborations::lock)
                .invoke(row -> {
                    if (!(caller instanceof Caller.System)) {
                        IfMatch.require(step.ifMatch(), row.version);
                    }
                })
                .chain(row -> campaigns.find(row.campaignId).map(stored -> {
                    Moment moment = moment(caller, step.at(), step.reason(), stored.campaign());
                    if (!(caller instanceof Caller.System)
                            && moment.at().isBefore(row.stateSince)
                            && step.at() != null) {
                        throw new BeforeTheStepItFollows(step.at(), row.stateSince);
                    }
                    return new Situation(row, collaborations.toModel(row), stored.campaign(), moment);
                }));
    }

    private <C extends Collaboration> Uni<CollaborationRow> finish(
            Situation situation, Verb verb, Decision<C> decision, boolean dated) {
        CollaborationRow row = situation.row();
        Moment moment = situation.moment();
        String before = row.state;
        collaborations.write(row, decision.next(), moment.at());
        row.dueAt = dueAt(decision.next(), moment.now(), dated);
        return carryOut.all(decision, row, moment)
                .chain(() -> remember(row.id, verb, before, row.state, moment))
                .chain(io.quarkus.hibernate.reactive.panache.Panache::flush)
                .chain(() -> news.changed(row))
                .replaceWith(row);
    }

    /** The timer's time was put off when history was imported, or has passed by: only the date is put right. */
    private Uni<CollaborationRow> settle(CollaborationRow row, Collaboration collaboration, Instant now) {
        row.dueAt = dueAt(collaboration, now, false);
        return Uni.createFrom().item(row);
    }

    /** A step that is recorded late must not set off timers before the steps that follow it are recorded, too. */
    private @Nullable Instant dueAt(Collaboration collaboration, Instant now, boolean dated) {
        Optional<Instant> due = switch (collaboration) {
            case Gift gift -> giftTrack.timer(gift).map(GiftTrack.Timer::dueAt);
            case Paid paid -> paidTrack.expiresAt(paid);
        };
        Instant earliest = dated ? now.plus(settings.historyGrace()) : Instant.MIN;
        return due.map(at -> at.isBefore(earliest) ? earliest : at).orElse(null);
    }

    Uni<Void> remember(UUID id, Verb verb, @Nullable String from, String to, Moment moment) {
        HistoryRow row = new HistoryRow();
        row.id = Ids.next();
        row.collaborationId = id;
        row.verb = verb.name();
        row.fromState = from;
        row.toState = to;
        row.party = moment.actor().party().name();
        row.actor = moment.actor().id();
        row.actorName = moment.actor().name();
        row.reason = moment.reason();
        row.at = moment.at();
        row.recordedAt = moment.now();
        return collaborations.add(row);
    }

    static Actor actor(Caller caller) {
        Party party = switch (caller) {
            case Caller.Member _ -> Party.BRAND;
            case Caller.Kol _, Caller.Agency _ -> Party.KOL;
            case Caller.System _ -> Party.SYSTEM;
        };
        // History can't be changed, and a creator may ask to be forgotten: it keeps their id, never their name.
        String name = caller instanceof Caller.Kol ? "KOL" : caller.name();
        return new Actor(party, caller.subject(), name);
    }
}
