package org.kolsuite.campaign.escalation.model;

import java.util.List;
import java.util.UUID;

/**
 * What the rule proposes; a person decides.
 *
 * @param ruleName as it was named then
 * @param ruleVersion of the rule that was applied
 * @param needed how many conditions had to hold
 * @param confidence how far the evidence goes beyond chance
 */
public record Proposal(
        UUID ruleId,
        String ruleName,
        long ruleVersion,
        int needed,
        Recommendation recommendation,
        Confidence confidence,
        List<Evidence> evidence) {

    /** What to do. */
    public enum Recommendation {
        ESCALATE,
        KEEP_AS_IT_IS,
        /** Too much is not known. */
        UNDECIDED
    }

    /** How sure. */
    public enum Confidence {
        /** Enough conditions are clearly met, or clearly cannot be. */
        HIGH,
        /** The recommendation would change inside the intervals. */
        LOW
    }

    public Proposal {
        evidence = List.copyOf(evidence);
    }
}
