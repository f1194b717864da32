package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AlreadyMeasured;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CommandNotAllowed;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.FeeInAnotherCurrency;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NotInTheFuture;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NotInThePast;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.TimerNotDue;
import org.kolsuite.campaign.collaboration.model.PaidState.Agreed;
import org.kolsuite.campaign.collaboration.model.PaidState.Approved;
import org.kolsuite.campaign.collaboration.model.PaidState.Cancelled;
import org.kolsuite.campaign.collaboration.model.PaidState.Completed;
import org.kolsuite.campaign.collaboration.model.PaidState.Countered;
import org.kolsuite.campaign.collaboration.model.PaidState.Declined;
import org.kolsuite.campaign.collaboration.model.PaidState.Disputed;
import org.kolsuite.campaign.collaboration.model.PaidState.DraftReview;
import org.kolsuite.campaign.collaboration.model.PaidState.Measured;
import org.kolsuite.campaign.collaboration.model.PaidState.OfferExpired;
import org.kolsuite.campaign.collaboration.model.PaidState.Offered;
import org.kolsuite.campaign.collaboration.model.PaidState.Published;
import org.kolsuite.campaign.collaboration.model.PaidState.Removed;
import org.kolsuite.campaign.collaboration.model.PaidState.Revise;
import org.kolsuite.campaign.collaboration.model.PaidState.Scheduled;
import org.kolsuite.campaign.collaboration.model.PaidState.ScriptReview;
import org.kolsuite.campaign.collaboration.model.PaidState.Verified;
import org.kolsuite.contracts.money.Money;

/** The paid track: which step leads where, and what it causes. The diagram stands in the package above. */
public record PaidTrack(CollaborationPolicies policies) {

    /** The first offer. */
    public Paid begin(Identity identity, Terms terms, Moment moment) {
        policies.retentionIsWithinLimits(terms);
        Instant publishBy = terms.publishBy();
        if (publishBy != null && publishBy.isBefore(moment.at())) {
            throw new NotInThePast("publishBy", publishBy);
        }
        return new Paid(identity, terms, Work.NONE, new Offered(policies.offerExpiresAt(moment.at())));
    }

    /** @throws CommandNotAllowed when the state does not have that step */
    public Decision<Paid> decide(Paid paid, PaidCommand command, Moment moment) {
        if (command instanceof PaidCommand.SubmitPost) {
            policies.publishingNeedsApproval(paid.state());
        }
        if (!paid.state().legal().contains(command.verb())) {
            throw new CommandNotAllowed(paid.state(), command.verb());
        }
        policies.theStepBelongsToTheActor(command.verb(), moment);
        return switch (command) {
            case PaidCommand.Accept _ -> agree(paid, moment);
            case PaidCommand.AcceptCounter _ -> agree(paid, moment);
            case PaidCommand.Decline _ -> Decision.of(paid.in(new Declined()));
            case PaidCommand.Counter(Money fee, Instant publishBy) -> counter(paid, fee, publishBy, moment);
            case PaidCommand.Offer(Money fee, Instant publishBy) -> offerAgain(paid, fee, publishBy, moment);
            case PaidCommand.SubmitScript(HandedIn content) -> submitScript(paid, content, moment);
            case PaidCommand.ApproveScript _ ->
                Decision.of(paid.in(new DraftReview(null)), new Effect.ContentJudged(Effect.Kind.SCRIPT, true, null));
            case PaidCommand.SubmitDraft(HandedIn content) -> submitDraft(paid, content, moment);
            case PaidCommand.ApproveDraft _ -> approveDraft(paid);
            case PaidCommand.RequestRevision(String comment) -> requestRevision(paid, comment);
            case PaidCommand.Schedule(Instant publishAt) -> schedule(paid, publishAt, moment);
            case PaidCommand.SubmitPost post -> submitPost(paid, post, moment);
            case PaidCommand.Verify verify -> verify(paid, verify, moment);
            case PaidCommand.Complete _ -> complete(paid);
            case PaidCommand.Cancel(Money alreadyApproved) -> cancel(paid, alreadyApproved, moment);
            case PaidCommand.Dispute _ -> dispute(paid, moment);
            case PaidCommand.Resolve _ -> resolve(paid, moment);
            case PaidCommand.ReportRemoved(Money alreadyApproved) -> reportRemoved(paid, alreadyApproved, moment);
            case PaidCommand.ExpireOffer _ -> expireOffer(paid, moment);
            case PaidCommand.Measure(int daysAfter) -> measure(paid, daysAfter);
        };
    }

    /** When the clock ends an offer that nobody answers. */
    public Optional<Instant> expiresAt(Paid paid) {
        return switch (paid.state()) {
            case Offered(Instant expiresAt) -> Optional.of(expiresAt);
            case Countered(Instant expiresAt) -> Optional.of(expiresAt);
            case Agreed _, ScriptReview _, Revise _, DraftReview _, Approved _, Scheduled _ -> Optional.empty();
            case Published _, Verified _, Measured _, Completed _, Declined _, OfferExpired _ -> Optional.empty();
            case Cancelled _, Disputed _, Removed _ -> Optional.empty();
        };
    }

    private Decision<Paid> agree(Paid paid, Moment moment) {
        requireNotExpired(paid, moment);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.FeeAgreed(paid.terms()));
        effects.add(new Effect.CodesNeeded());
        return new Decision<>(paid.in(new Agreed()), passing(paid, Terms.Step.SIGNED, effects));
    }

    private Decision<Paid> counter(Paid paid, Money fee, @Nullable Instant publishBy, Moment moment) {
        requireNotExpired(paid, moment);
        return Decision.of(
                changed(paid, fee, publishBy, moment).in(new Countered(policies.offerExpiresAt(moment.at()))));
    }

    private Decision<Paid> offerAgain(Paid paid, Money fee, @Nullable Instant publishBy, Moment moment) {
        requireNotExpired(paid, moment);
        return Decision.of(changed(paid, fee, publishBy, moment).in(new Offered(policies.offerExpiresAt(moment.at()))));
    }

    private static Paid changed(Paid paid, Money fee, @Nullable Instant publishBy, Moment moment) {
        String currency = paid.terms().fee().currency();
        if (!fee.currency().equals(currency)) {
            throw new FeeInAnotherCurrency(currency, fee.currency());
        }
        if (publishBy != null && publishBy.isBefore(moment.at())) {
            throw new NotInThePast("publishBy", publishBy);
        }
        return paid.with(paid.terms().at(fee, publishBy));
    }

    private void requireNotExpired(Paid paid, Moment moment) {
        expiresAt(paid)
                .ifPresent(
                        at -> policies.itHasNotExpired(at, policies.settings().offerExpiresAfter(), moment));
    }

    private Decision<Paid> submitScript(Paid paid, HandedIn content, Moment moment) {
        return Decision.of(
                paid.with(paid.work().scriptHandedIn()).in(new ScriptReview()),
                handedIn(Effect.Kind.SCRIPT, paid, content, moment));
    }

    private Decision<Paid> submitDraft(Paid paid, HandedIn content, Moment moment) {
        policies.aScriptComesBeforeTheDraftWhenAgreed(paid.terms(), paid.work());
        return Decision.of(
                paid.with(paid.work().draftHandedIn()).in(new DraftReview(moment.at())),
                handedIn(Effect.Kind.DRAFT, paid, content, moment));
    }

    private Effect handedIn(Effect.Kind kind, Paid paid, HandedIn content, Moment moment) {
        boolean late = policies.isLate(paid.terms().publishBy(), moment);
        return new Effect.ContentHandedIn(kind, content.url(), content.text(), moment.at(), late);
    }

    private static Decision<Paid> approveDraft(Paid paid) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.ContentJudged(Effect.Kind.DRAFT, true, null));
        return new Decision<>(paid.in(new Approved()), passing(paid, Terms.Step.DRAFT_APPROVED, effects));
    }

    private static Decision<Paid> requestRevision(Paid paid, String comment) {
        boolean script = paid.state() instanceof ScriptReview;
        return script
                ? Decision.of(
                        paid.in(new Revise(Revise.Subject.SCRIPT)),
                        new Effect.ContentJudged(Effect.Kind.SCRIPT, false, comment))
                : Decision.of(
                        paid.with(paid.work().draftSentBack()).in(new Revise(Revise.Subject.DRAFT)),
                        new Effect.ContentJudged(Effect.Kind.DRAFT, false, comment));
    }

    private static Decision<Paid> schedule(Paid paid, Instant publishAt, Moment moment) {
        if (publishAt.isBefore(moment.at())) {
            throw new NotInThePast("publishAt", publishAt);
        }
        return Decision.of(paid.in(new Scheduled(publishAt)));
    }

    private Decision<Paid> submitPost(Paid paid, PaidCommand.SubmitPost post, Moment moment) {
        if (post.publishedAt().isAfter(moment.now())) {
            throw new NotInTheFuture("publishedAt", post.publishedAt(), moment.now());
        }
        List<Effect> effects = new ArrayList<>();
        Instant publishBy = paid.terms().publishBy();
        boolean late = publishBy != null && post.publishedAt().isAfter(publishBy);
        effects.add(new Effect.ContentHandedIn(Effect.Kind.POST, post.url(), null, post.publishedAt(), late));
        RightsClause rights = paid.terms().rights();
        if (rights != null) {
            LocalDate day = moment.dayOf(post.publishedAt());
            effects.add(new Effect.RightsGranted(rights, day, rights.lastDay(day)));
        }
        return new Decision<>(paid.in(new Published(post.publishedAt())), passing(paid, Terms.Step.PUBLISHED, effects));
    }

    /** Results that came while the post waited to be verified count from here. */
    private Decision<Paid> verify(Paid paid, PaidCommand.Verify command, Moment moment) {
        policies.aVerifiedPostIsLiveTaggedReportedAndMarked(command, moment);
        Instant publishedAt = publishedAt(paid);
        int measured = paid.work().measuredDaysAfter();
        PaidState next = measured > 0 ? new Measured(publishedAt, measured) : new Verified(publishedAt);
        return new Decision<>(paid.in(next), passing(paid, Terms.Step.VERIFIED, new ArrayList<>()));
    }

    private static Decision<Paid> complete(Paid paid) {
        return new Decision<>(
                paid.in(new Completed(publishedAt(paid))), passing(paid, Terms.Step.COMPLETED, new ArrayList<>()));
    }

    private Decision<Paid> cancel(Paid paid, Money alreadyApproved, Moment moment) {
        policies.aReasonIsGiven(moment, "the other side will ask why it ended");
        PaidState state = paid.state() instanceof Disputed disputed ? disputed.from() : paid.state();
        boolean agreed = !(state instanceof Offered || state instanceof Countered);
        if (!agreed) {
            Money nothing = Money.zero(paid.terms().fee().currency());
            return Decision.of(paid.in(new Cancelled(state.title(), nothing)));
        }
        Money compensation = isPublic(state)
                ? paid.terms().fee()
                : policies.compensationFor(paid.terms().fee(), paid.work());
        Money owed = policies.stillOwed(compensation, alreadyApproved);
        return Decision.of(
                paid.in(new Cancelled(state.title(), owed)),
                new Effect.AgreementCancelled(state.title(), owed, Objects.requireNonNull(moment.reason())));
    }

    private Decision<Paid> dispute(Paid paid, Moment moment) {
        policies.aReasonIsGiven(moment, "the other side must know what is disputed");
        return Decision.of(paid.in(new Disputed(paid.state())));
    }

    private Decision<Paid> resolve(Paid paid, Moment moment) {
        policies.aReasonIsGiven(moment, "both sides will want to read what was agreed");
        if (!(paid.state() instanceof Disputed disputed)) {
            throw new CommandNotAllowed(paid.state(), Verb.RESOLVE);
        }
        PaidState from = disputed.from();
        int measured = paid.work().measuredDaysAfter();
        PaidState next = switch (from) {
            case Verified(Instant at) when measured > 0 -> new Measured(at, measured);
            case Measured(Instant at, int before) -> new Measured(at, Math.max(before, measured));
            default -> from;
        };
        return Decision.of(paid.in(next));
    }

    /** Steps that were reached stay owed; the rest of the fee is void, because the post did not stay. */
    private Decision<Paid> reportRemoved(Paid paid, Money alreadyApproved, Moment moment) {
        policies.aReasonIsGiven(moment, "it may cost the KOL a part of the fee");
        policies.aPostIsRemovedOnlyInsideItsRetention(publishedAt(paid), paid.terms(), moment);
        Decision<Paid> removed = Decision.of(paid.in(new Removed(publishedAt(paid))), new Effect.ContentRemoved());
        if (paid.state() instanceof Completed) {
            return removed;
        }
        Terms.Step reached = paid.state() instanceof Published ? Terms.Step.PUBLISHED : Terms.Step.VERIFIED;
        Money owed = policies.stillOwed(paid.terms().dueUpTo(reached), alreadyApproved);
        List<Effect> effects = new ArrayList<>(removed.effects());
        effects.add(new Effect.AgreementCancelled(paid.state().title(), owed, Objects.requireNonNull(moment.reason())));
        return new Decision<>(removed.next(), effects);
    }

    private Decision<Paid> expireOffer(Paid paid, Moment moment) {
        Instant due = expiresAt(paid).orElseThrow();
        if (moment.at().isBefore(due)) {
            throw new TimerNotDue(due);
        }
        return Decision.of(paid.in(new OfferExpired()));
    }

    private static Decision<Paid> measure(Paid paid, int daysAfter) {
        if (daysAfter <= paid.work().measuredDaysAfter()) {
            throw new AlreadyMeasured(daysAfter);
        }
        Paid measured = paid.with(paid.work().measured(daysAfter));
        return switch (paid.state()) {
            case Verified(Instant at) -> Decision.of(measured.in(new Measured(at, daysAfter)));
            case Measured before -> Decision.of(measured.in(new Measured(before.publishedAt(), daysAfter)));
            default -> Decision.of(measured);
        };
    }

    private static boolean isPublic(PaidState state) {
        return state instanceof Published || state instanceof Verified || state instanceof Measured;
    }

    private static Instant publishedAt(Paid paid) {
        return switch (paid.state()) {
            case Published(Instant at) -> at;
            case Verified(Instant at) -> at;
            case Measured measured -> measured.publishedAt();
            case Completed(Instant at) -> at;
            default -> throw new IllegalStateException("not published: " + paid.state());
        };
    }

    private static List<Effect> passing(Paid paid, Terms.Step step, List<Effect> effects) {
        if (paid.terms().hasShareAt(step)) {
            effects.add(new Effect.MilestonePassed(step));
        }
        return effects;
    }
}
