package org.kolsuite.campaign.collaboration.model;

import org.jspecify.annotations.Nullable;

/** One KOL account in one campaign on one track. */
public sealed interface Collaboration {
    Identity identity();

    TrackState state();

    Track track();

    /** Which way of working together it is; unique per campaign and account. */
    enum Track {
        GIFT,
        PAID
    }

    /**
     * Product is sent with no obligation to post.
     *
     * @param auditScore 0 to 100 as the audit said it when the KOL was qualified, or null
     * @param rights what the accepted brief lets the brand reuse, or null
     */
    record Gift(
            Identity identity,
            @Nullable Integer auditScore,
            @Nullable RightsClause rights,
            GiftState state) implements Collaboration {
        @Override
        public Track track() {
            return Track.GIFT;
        }

        public Gift in(GiftState next) {
            return new Gift(identity, auditScore, rights, next);
        }
    }

    /**
     * A fee is agreed for agreed content.
     *
     * @param terms the latest offered or countered; final once agreed
     * @param work how far scripts and drafts have come, which decides what a cancellation costs
     */
    record Paid(Identity identity, Terms terms, Work work, PaidState state) implements Collaboration {
        @Override
        public Track track() {
            return Track.PAID;
        }

        public Paid in(PaidState next) {
            return new Paid(identity, terms, work, next);
        }

        public Paid with(Terms newTerms) {
            return new Paid(identity, newTerms, work, state);
        }

        public Paid with(Work newWork) {
            return new Paid(identity, terms, newWork, state);
        }
    }
}
