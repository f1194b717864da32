package org.kolsuite.campaign.escalation.model;

import java.math.BigDecimal;
import org.kolsuite.contracts.problem.Rejection;

/** Why an escalation rule says no. */
public final class EscalationRefusals {
    private EscalationRefusals() {}

    /** A threshold outside what the metric can be. */
    public static final class ThresholdOutOfRange extends Rejection {
        public ThresholdOutOfRange(Condition.Metric metric, BigDecimal threshold) {
            super(Kind.INVALID, threshold.toPlainString() + " is no threshold for " + metric + ".");
        }

        @Override
        public String field() {
            return "conditions";
        }
    }

    /** A viral rate needs to know what viral means. */
    public static final class ViralThresholdMissing extends Rejection {
        public ViralThresholdMissing() {
            super(Kind.INVALID, "Say from how many engagements on a post is viral, for example 1000, 10000 or 100000.");
        }

        @Override
        public String field() {
            return "conditions";
        }
    }

    /** More conditions must hold than there are. */
    public static final class NeededOutOfRange extends Rejection {
        public NeededOutOfRange(int needed, int conditions) {
            super(Kind.INVALID, "Of " + conditions + " conditions " + needed + " can't be needed.");
        }

        @Override
        public String field() {
            return "needed";
        }
    }

    /** No such rule for this caller. */
    public static final class EscalationRuleNotFound extends Rejection {
        public EscalationRuleNotFound() {
            super(Kind.NOT_FOUND, "There is no such escalation rule.");
        }
    }
}
