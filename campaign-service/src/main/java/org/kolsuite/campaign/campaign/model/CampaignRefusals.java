package org.kolsuite.campaign.campaign.model;

import java.time.LocalDate;
import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** Why a campaign says no; each name is the sentence, its code the name in capitals. */
public final class CampaignRefusals {
    private CampaignRefusals() {}

    /** More was asked for than the budget has left. */
    public static final class BudgetExhausted extends Rejection {
        public BudgetExhausted(Money wanted, Money available) {
            super(
                    Kind.CONFLICT,
                    "The campaign's budget has " + available + " left; " + wanted + " is needed.",
                    Map.of("wanted", wanted, "available", available));
        }
    }

    /** The new budget is less than what is already promised or spent. */
    public static final class BudgetBelowCommitted extends Rejection {
        public BudgetBelowCommitted(Money wanted, Money committed) {
            super(
                    Kind.CONFLICT,
                    committed + " is already reserved or spent; the budget can't be cut to " + wanted + ".",
                    Map.of("wanted", wanted, "committed", committed));
        }

        @Override
        public String field() {
            return "budget.amountMinor";
        }
    }

    /** A budget of nothing. */
    public static final class BudgetMustBePositive extends Rejection {
        public BudgetMustBePositive(Money budget) {
            super(Kind.INVALID, "A budget is more than nothing; " + budget + " is not.");
        }

        @Override
        public String field() {
            return "budget.amountMinor";
        }
    }

    /** The campaign keeps one currency for its budget and its fees. */
    public static final class BudgetCurrencyIsFixed extends Rejection {
        public BudgetCurrencyIsFixed(String currency, String other) {
            super(Kind.INVALID, "This campaign is kept in " + currency + "; an amount in " + other + " does not fit.");
        }

        @Override
        public String field() {
            return "budget.currency";
        }
    }

    /** More was to be spent or released than is reserved. */
    public static final class ReservationExceeded extends Rejection {
        public ReservationExceeded(Money wanted, Money reserved) {
            super(Kind.INVALID, "Only " + reserved + " is reserved; " + wanted + " is more than that.");
        }
    }

    /** The last day comes before the first. */
    public static final class EndBeforeStart extends Rejection {
        public EndBeforeStart(LocalDate startsOn, LocalDate endsOn) {
            super(
                    Kind.INVALID,
                    "The campaign ends on " + endsOn + ", before it starts on " + startsOn + ".",
                    Map.of("startsOn", startsOn, "endsOn", endsOn));
        }

        @Override
        public String field() {
            return "endsOn";
        }
    }

    /** Objectives with targets are set before anything is spent. */
    public static final class ObjectiveMissing extends Rejection {
        public ObjectiveMissing() {
            super(
                    Kind.CONFLICT,
                    "Set at least one objective with a target before launching: without it nobody can say whether the campaign worked.");
        }

        @Override
        public String field() {
            return "objectives";
        }
    }

    /** A metric that does not measure that kind of objective. */
    public static final class MetricDoesNotFit extends Rejection {
        private final int position;

        public MetricDoesNotFit(Objective.Kind kind, String metric, int position) {
            super(Kind.INVALID, metric + " does not measure " + kind + "; " + kind.metrics() + " do.");
            this.position = position;
        }

        @Override
        public String field() {
            return "objectives[" + position + "].metric";
        }
    }

    /** A target of zero or less. */
    public static final class TargetMustBePositive extends Rejection {
        private final int position;

        public TargetMustBePositive(String metric, int position) {
            super(Kind.INVALID, "The target for " + metric + " must be more than zero.");
            this.position = position;
        }

        @Override
        public String field() {
            return "objectives[" + position + "].target";
        }
    }

    /** The command is not legal in the campaign's status. */
    public static final class CampaignNotInStatus extends Rejection {
        public CampaignNotInStatus(Campaign.Status status, String wanted) {
            super(Kind.CONFLICT, "The campaign is " + status + "; this needs " + wanted + ".");
        }
    }

    /** Invitations, gifts and offers belong to a running campaign. */
    public static final class CampaignNotRunning extends Rejection {
        public CampaignNotRunning(Campaign.Status status) {
            super(
                    Kind.CONFLICT,
                    "The campaign is " + status + ". Launch it before you invite, send or offer anything.");
        }
    }

    /** Something in the campaign is still open. */
    public static final class CollaborationsStillOpen extends Rejection {
        public CollaborationsStillOpen(long open) {
            super(
                    Kind.CONFLICT,
                    open + " collaborations are still open; finish, drop or cancel them first.",
                    Map.of("open", open));
        }
    }

    /** A platform that the organisation does not know. */
    public static final class PlatformUnknown extends Rejection {
        private final int position;

        public PlatformUnknown(String platform, int position) {
            super(Kind.INVALID, "\"" + platform + "\" is no platform code.");
            this.position = position;
        }

        @Override
        public String field() {
            return "platforms[" + position + "]";
        }
    }

    /** A time zone that the time zone database does not have. */
    public static final class TimeZoneUnknown extends Rejection {
        public TimeZoneUnknown(String zone) {
            super(Kind.INVALID, "\"" + zone + "\" is no time zone; \"Asia/Shanghai\" would be one.");
        }

        @Override
        public String field() {
            return "timeZone";
        }
    }

    /** No such campaign for this caller. */
    public static final class CampaignNotFound extends Rejection {
        public CampaignNotFound() {
            super(Kind.NOT_FOUND, "There is no such campaign.");
        }
    }
}
