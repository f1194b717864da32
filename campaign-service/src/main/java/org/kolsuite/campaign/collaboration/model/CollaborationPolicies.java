package org.kolsuite.campaign.collaboration.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AddressMissing;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AuditNotPassed;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NotYourStep;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.OfferHasExpired;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.PublishingNeedsApproval;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.ReasonMissing;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.RegiftNeedsReason;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.RetentionIsOver;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.RetentionOutOfRange;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.ScriptComesFirst;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.VerificationBlocked;
import org.kolsuite.contracts.money.Money;

/** The rules of working with a KOL, one sentence each. The source of every number is beside it in configuration. */
public record CollaborationPolicies(WorkflowSettings settings) {

    // Who may speak

    /** A step belongs to a party; the brand may take the KOL's step on their behalf when it says why. */
    void theStepBelongsToTheActor(Verb verb, Moment moment) {
        Party party = moment.actor().party();
        if (!verb.isFor(party)) {
            throw new NotYourStep(verb);
        }
        if (party == Party.BRAND && verb.speaksForTheKol() && !moment.hasReason()) {
            throw new ReasonMissing("you are acting in the KOL's name");
        }
    }

    void aReasonIsGiven(Moment moment, String because) {
        if (!moment.hasReason()) {
            throw new ReasonMissing(because);
        }
    }

    // Gift track

    /** Who passed the audit is qualified; who did not, or was not audited, needs somebody's reason. */
    void qualifyingNeedsAPassedAuditOrAReason(GiftCommand.Qualify command, Moment moment) {
        Integer score = command.auditScore();
        if (score == null) {
            aReasonIsGiven(moment, "there is no audit");
            return;
        }
        if (score < settings.leastAuditScore() && !moment.hasReason()) {
            throw new AuditNotPassed(score, settings.leastAuditScore());
        }
    }

    /** More than half of gifts go unposted: sending another to somebody with an open one is a choice, not a habit. */
    void regiftingNeedsAReason(long openNoContent, Moment moment) {
        if (openNoContent > 0 && !moment.hasReason()) {
            throw new RegiftNeedsReason(openNoContent);
        }
    }

    void aGiftNeedsAnAddress(boolean given) {
        if (!given) {
            throw new AddressMissing();
        }
    }

    /** An invitation or offer counts until it expires, also while the sweep that closes it is late. */
    void itHasNotExpired(Instant expiresAt, Duration after, Moment moment) {
        if (!moment.at().isBefore(expiresAt)) {
            throw new OfferHasExpired(expiresAt, after);
        }
    }

    Instant inviteExpiresAt(Instant invitedAt) {
        return invitedAt.plus(settings.inviteExpiresAfter());
    }

    /** Nobody confirmed it for this long, so the parcel has probably arrived; that it was assumed stays visible. */
    Instant deliveryMayBeAssumedAt(Instant shippedAt) {
        return shippedAt.plus(settings.deliveryAssumedAfter());
    }

    /** When the next reminder goes out, if one is left. */
    Optional<Instant> nextReminderAt(Instant deliveredAt, int sent) {
        return sent < settings.reminders().size()
                ? Optional.of(deliveredAt.plus(settings.reminders().get(sent)))
                : Optional.empty();
    }

    /** A gift that nothing was posted about for this long counts as unposted. */
    Instant noContentAt(Instant deliveredAt) {
        return deliveredAt.plus(settings.noContentAfter());
    }

    // Paid track

    Instant offerExpiresAt(Instant offeredAt) {
        return offeredAt.plus(settings.offerExpiresAfter());
    }

    /** A post stays up for an agreed time within the field's limits. */
    public void retentionIsWithinLimits(Terms terms) {
        if (terms.retentionDays() < settings.leastRetentionDays()
                || terms.retentionDays() > settings.mostRetentionDays()) {
            throw new RetentionOutOfRange(
                    terms.retentionDays(), settings.leastRetentionDays(), settings.mostRetentionDays());
        }
    }

    void aScriptComesBeforeTheDraftWhenAgreed(Terms terms, Work work) {
        if (terms.scriptRequired() && work.scripts() == 0) {
            throw new ScriptComesFirst();
        }
    }

    void publishingNeedsApproval(PaidState state) {
        if (state.awaitsApproval()) {
            throw new PublishingNeedsApproval(state);
        }
    }

    /**
     * A paid post counts once it is live, tagged, reported where the platform demands it, and marked as advertising where
     * the law does: a shopping link demands the mark; without a link it may be left out for a stated reason.
     */
    void aVerifiedPostIsLiveTaggedReportedAndMarked(PaidCommand.Verify command, Moment moment) {
        Checklist seen = command.seen();
        List<String> missing = new ArrayList<>();
        if (!seen.live()) {
            missing.add("it is not live");
        }
        if (!seen.tagged()) {
            missing.add("agreed hashtags are missing");
        }
        if (command.platformDemandsReporting() && !seen.reported()) {
            missing.add("the platform demands that it is reported (报备), and it is not");
        }
        if (!seen.adMark() && seen.shoppingLink()) {
            missing.add("it carries a shopping link without the 广告 mark");
        }
        if (!missing.isEmpty()) {
            throw new VerificationBlocked(missing);
        }
        if (!seen.adMark() && !moment.hasReason()) {
            throw new ReasonMissing("the post carries no 广告 mark");
        }
    }

    /** Work done is paid for: the share of the fee depends on how far it had come. */
    Money compensationFor(Money fee, Work work) {
        int percent = settings.compensationPercentBeforeScript();
        if (work.scripts() > 0) {
            percent = settings.compensationPercentAfterScript();
        }
        if (work.drafts() > 0) {
            percent = settings.compensationPercentAfterDraft();
        }
        if (work.draftRevisions() >= settings.compensationRounds()) {
            percent = settings.compensationPercentAfterRounds();
        }
        return fee.times(BigDecimal.valueOf(percent, 2));
    }

    /** What is still owed: the compensation less what finance already approved, never below zero. */
    Money stillOwed(Money compensation, Money alreadyApproved) {
        Money owed = compensation.minus(alreadyApproved);
        return owed.isNegative() ? Money.zero(owed.currency()) : owed;
    }

    Instant mustStayUpUntil(Instant publishedAt, Terms terms) {
        return publishedAt.plus(Duration.ofDays(terms.retentionDays()));
    }

    void aPostIsRemovedOnlyInsideItsRetention(Instant publishedAt, Terms terms, Moment moment) {
        Instant until = mustStayUpUntil(publishedAt, terms);
        if (!moment.at().isBefore(until)) {
            throw new RetentionIsOver(until);
        }
    }

    /** Late work is taken, and marked late by the server's clock. */
    boolean isLate(@org.jspecify.annotations.Nullable Instant deadline, Moment moment) {
        return deadline != null && moment.now().isAfter(deadline);
    }
}
