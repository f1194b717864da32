package org.kolsuite.payment.reconciliation.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What matching says about one line. */
public sealed interface Verdict {
    UUID lineId();

    /** Exactly this payout; nobody has to look. */
    record Settles(UUID lineId, UUID payoutId, Rule rule) implements Verdict {}

    /** The money of this payout came back. */
    record Returns(UUID lineId, UUID payoutId, Rule rule) implements Verdict {}

    /** One of these, and a person says which. */
    record Proposes(UUID lineId, List<Candidate> candidates, Set<Flag> flags) implements Verdict {}

    /** Nothing fits. */
    record Unmatched(UUID lineId, Set<Flag> flags) implements Verdict {}

    /** A payout that may be meant, and why. */
    record Candidate(UUID payoutId, Rule rule) {}

    /** Why a line and a payout belong together. */
    enum Rule {
        /** The line carries the payout's own end-to-end id, and the amount is right. */
        END_TO_END_ID,
        /** Amount, account and day fit, and nothing else fits either of them. */
        AMOUNT_ACCOUNT_DAY,
        /** Amount and account fit inside the date window, and nothing else fits either of them. */
        AMOUNT_ACCOUNT_WINDOW,
        /** Amount and account fit, but several lines or payouts do. */
        TWINS,
        /** The end-to-end id fits, the amount does not. */
        END_TO_END_ID_OTHER_AMOUNT,
        /** Amount and account fit, the date does not. */
        AMOUNT_ACCOUNT_OTHER_DATE,
        /** A person said so. */
        BY_HAND
    }

    /** What a person should look at. */
    enum Flag {
        /** The same end-to-end id, amount and payee have been paid before. */
        DOUBLE_PAYMENT,
        SHORT_PAYMENT,
        OVER_PAYMENT,
        /** Money came back that we can't tie to a payout. */
        UNEXPLAINED_RETURN,
        /** Money left for which there is no payout. */
        NOBODY_OWES,
        /** Money came in: a top-up or something to explain. */
        INCOMING,
        /** The same line stands on a statement already. */
        DUPLICATE_LINE
    }
}
