package org.kolsuite.campaign.collaboration.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** Why a collaboration says no; each name is the sentence, its code the name in capitals. */
public final class CollaborationRefusals {
    private CollaborationRefusals() {}

    /** The state does not have that step. */
    public static final class CommandNotAllowed extends Rejection {
        public CommandNotAllowed(TrackState state, Verb verb) {
            super(Kind.CONFLICT, "In " + state.title() + " it is not possible to " + verb.path() + ".");
        }
    }

    /** The other track has that step. */
    public static final class CommandOfTheOtherTrack extends Rejection {
        public CommandOfTheOtherTrack(Collaboration.Track track, Verb verb) {
            super(Kind.CONFLICT, "A collaboration on the " + track + " track has no step " + verb.path() + ".");
        }
    }

    /** The step belongs to somebody else. */
    public static final class NotYourStep extends Rejection {
        public NotYourStep(Verb verb) {
            super(Kind.FORBIDDEN, "It is not yours to " + verb.path() + ".");
        }
    }

    /** Publishing needs an approved draft. */
    public static final class PublishingNeedsApproval extends Rejection {
        public PublishingNeedsApproval(TrackState state) {
            super(Kind.CONFLICT, "The draft is not approved yet (" + state.title() + "); publish after it is.");
        }
    }

    /** The brief asks for a script before the draft. */
    public static final class ScriptComesFirst extends Rejection {
        public ScriptComesFirst() {
            super(Kind.CONFLICT, "The agreement asks for a script first; hand it in before the draft.");
        }
    }

    /** Some rules let you through when you say why. */
    public static final class ReasonMissing extends Rejection {
        public ReasonMissing(String because) {
            super(Kind.INVALID, "Say why: " + because + ".");
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Payment refused no fee of this collaboration, or somebody dealt with it already. */
    public static final class NoFeeIsBlocked extends Rejection {
        public NoFeeIsBlocked() {
            super(Kind.CONFLICT, "No fee of this collaboration is blocked.");
        }
    }

    /** A gift went to this KOL before and nothing came of it. */
    public static final class RegiftNeedsReason extends Rejection {
        public RegiftNeedsReason(long open) {
            super(
                    Kind.INVALID,
                    "Nothing was posted about " + open + " earlier gifts to this KOL. Say why another one makes sense.",
                    Map.of("open", open));
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** The audit is below what the organisation accepts. */
    public static final class AuditNotPassed extends Rejection {
        public AuditNotPassed(int score, int needed) {
            super(
                    Kind.INVALID,
                    "The audit gave " + score + " of 100 and " + needed
                            + " is needed. Qualify with a reason, or don't.",
                    Map.of("score", score, "needed", needed));
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** A gift needs somewhere to go. */
    public static final class AddressMissing extends Rejection {
        public AddressMissing() {
            super(Kind.INVALID, "A gift needs an address to go to.");
        }

        @Override
        public String field() {
            return "address";
        }
    }

    /** A fee of nothing is a gift. */
    public static final class FeeMustBePositive extends Rejection {
        public FeeMustBePositive(Money fee) {
            super(Kind.INVALID, "A fee is more than nothing; " + fee + " is not.");
        }

        @Override
        public String field() {
            return "fee.amountMinor";
        }
    }

    /** Carriage costs nothing or more. */
    public static final class ShippingCostIsNegative extends Rejection {
        public ShippingCostIsNegative() {
            super(Kind.INVALID, "Shipping costs nothing or more.");
        }

        @Override
        public String field() {
            return "shippingCost.amountMinor";
        }
    }

    /** The campaign keeps one currency. */
    public static final class FeeInAnotherCurrency extends Rejection {
        public FeeInAnotherCurrency(String campaign, String fee) {
            super(
                    Kind.INVALID,
                    "The campaign is kept in " + campaign + "; a fee in " + fee + " does not fit.",
                    Map.of("campaign", campaign, "fee", fee));
        }

        @Override
        public String field() {
            return "fee.currency";
        }
    }

    /** Shares name each step once and weigh something. */
    public static final class MilestonesDoNotFit extends Rejection {
        public MilestonesDoNotFit() {
            super(
                    Kind.INVALID,
                    "The fee falls due in one share or more; each step stands once and weighs more than zero.");
        }

        @Override
        public String field() {
            return "milestones";
        }
    }

    /** The post stays up for an agreed time within limits. */
    public static final class RetentionOutOfRange extends Rejection {
        public RetentionOutOfRange(int days, int least, int most) {
            super(
                    Kind.INVALID,
                    "A post stays up for " + least + " to " + most + " days; " + days + " is not in that.",
                    Map.of("least", least, "most", most));
        }

        @Override
        public String field() {
            return "retentionDays";
        }
    }

    /** Perpetual rights are not rights, they are a quarrel to come. */
    public static final class RightsNeedATerm extends Rejection {
        public RightsNeedATerm() {
            super(
                    Kind.INVALID,
                    "Rights to content have a term of at least one day; perpetual ones are not agreed here.");
        }

        @Override
        public String field() {
            return "rights.termDays";
        }
    }

    /** Neither a link nor words. */
    public static final class ContentMissing extends Rejection {
        public ContentMissing() {
            super(Kind.INVALID, "Hand in a link, the words, or both.");
        }

        @Override
        public String field() {
            return "url";
        }
    }

    /** Something that has not happened yet can't be reported. */
    public static final class NotInTheFuture extends Rejection {
        private final String field;

        public NotInTheFuture(String field, Instant at, Instant now) {
            super(Kind.INVALID, at + " has not come yet; it is " + now + ".");
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }

    /** A step can't have happened before the one it follows. */
    public static final class BeforeTheStepItFollows extends Rejection {
        public BeforeTheStepItFollows(Instant at, Instant since) {
            super(Kind.INVALID, at + " is before the step it follows, which was on " + since + ".");
        }

        @Override
        public String field() {
            return "at";
        }
    }

    /** A plan lies ahead. */
    public static final class NotInThePast extends Rejection {
        private final String field;

        public NotInThePast(String field, Instant at) {
            super(Kind.INVALID, at + " is past; a plan lies ahead.");
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }

    /** What was seen of the post does not satisfy the rules. */
    public static final class VerificationBlocked extends Rejection {
        public VerificationBlocked(List<String> because) {
            super(Kind.CONFLICT, "The post can't be verified: " + String.join("; ", because) + ".");
        }
    }

    /** Its retention is over, so it may be gone. */
    public static final class RetentionIsOver extends Rejection {
        public RetentionIsOver(Instant until) {
            super(Kind.CONFLICT, "The post had to stay up until " + until + "; taking it down later breaks nothing.");
        }
    }

    /** The timer's time has not come. */
    public static final class TimerNotDue extends Rejection {
        public TimerNotDue(Instant dueAt) {
            super(Kind.CONFLICT, "That happens on " + dueAt + ", not before.");
        }
    }

    /** The result after so many days is already here, or a later one is. */
    public static final class AlreadyMeasured extends Rejection {
        public AlreadyMeasured(int daysAfter) {
            super(Kind.CONFLICT, "The result after " + daysAfter + " days is already here, or a later one is.");
        }
    }

    /** The offer's time is over. */
    public static final class OfferHasExpired extends Rejection {
        public OfferHasExpired(Instant expiredAt, Duration after) {
            super(Kind.CONFLICT, "This ran out on " + expiredAt + ", " + after.toDays() + " days after it was sent.");
        }
    }

    /** The organisation can't fund its offer at this moment; the KOL is not told its budget. */
    public static final class OfferNotFunded extends Rejection {
        public OfferNotFunded() {
            super(
                    Kind.CONFLICT,
                    "The organisation can't confirm this offer at the moment. Nothing changed; try later.");
        }
    }

    /** One account stands once per track in a campaign. */
    public static final class AlreadyInCampaign extends Rejection {
        public AlreadyInCampaign(Collaboration.Track track) {
            super(Kind.CONFLICT, "This account is already in the campaign on the " + track + " track.");
        }
    }

    /** No such account that the registry told of. */
    public static final class AccountUnknown extends Rejection {
        public AccountUnknown() {
            super(Kind.INVALID, "There is no such account in the registry.");
        }

        @Override
        public String field() {
            return "accountId";
        }
    }

    /** The account's platform is not one of the campaign's. */
    public static final class PlatformNotInCampaign extends Rejection {
        public PlatformNotInCampaign(String platform) {
            super(Kind.INVALID, "The campaign does not run on " + platform + ".");
        }

        @Override
        public String field() {
            return "accountId";
        }
    }

    /** A promo code is taken. */
    public static final class PromoCodeTaken extends Rejection {
        public PromoCodeTaken(String code) {
            super(Kind.CONFLICT, "The promo code " + code + " belongs to another collaboration.", Map.of("code", code));
        }

        @Override
        public String field() {
            return "promoCode";
        }
    }

    /** No such collaboration for this caller. */
    public static final class CollaborationNotFound extends Rejection {
        public CollaborationNotFound() {
            super(Kind.NOT_FOUND, "There is no such collaboration.");
        }
    }
}
