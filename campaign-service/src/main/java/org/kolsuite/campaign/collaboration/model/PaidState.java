package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** The states of the paid track. What a state knows is what the next step needs. */
public sealed interface PaidState extends TrackState {

    /** The brand's word; the KOL's turn. */
    record Offered(Instant expiresAt) implements PaidState {}

    /** The KOL's word; the brand's turn. */
    record Countered(Instant expiresAt) implements PaidState {}

    /** Fee, deliverables, rights and disclosure are settled and the fee is reserved. */
    record Agreed() implements PaidState {}

    record ScriptReview() implements PaidState {}

    /** Sent back with a comment. */
    record Revise(Subject subject) implements PaidState {
        /** What is to be revised. */
        public enum Subject {
            SCRIPT,
            DRAFT
        }
    }

    /** @param handedInAt when the draft to review came in; null while it is being made */
    record DraftReview(@Nullable Instant handedInAt) implements PaidState {}

    record Approved() implements PaidState {}

    record Scheduled(Instant publishAt) implements PaidState {}

    record Published(Instant publishedAt) implements PaidState {}

    /** Live, disclosed and tagged. */
    record Verified(Instant publishedAt) implements PaidState {}

    /** @param daysAfter the latest measuring, 7 or 21 days after publishing */
    record Measured(Instant publishedAt, int daysAfter) implements PaidState {}

    record Completed(Instant publishedAt) implements PaidState {}

    record Declined() implements PaidState {}

    record OfferExpired() implements PaidState {}

    /** @param stage the state it was cancelled in */
    record Cancelled(String stage, Money compensation) implements PaidState {}

    /** @param from where it goes on once the dispute is resolved */
    record Disputed(PaidState from) implements PaidState {}

    /** Taken down inside its retention period. */
    record Removed(Instant publishedAt) implements PaidState {}

    @Override
    default boolean atAnEnd() {
        return switch (this) {
            case Completed _, Declined _, OfferExpired _, Cancelled _, Removed _ -> true;
            case Offered _, Countered _, Agreed _, ScriptReview _, Revise _, DraftReview _ -> false;
            case Approved _, Scheduled _, Published _, Verified _, Measured _, Disputed _ -> false;
        };
    }

    @Override
    default Set<Verb> legal() {
        return switch (this) {
            case Offered _ -> Set.of(Verb.ACCEPT, Verb.DECLINE, Verb.COUNTER, Verb.CANCEL, Verb.EXPIRE);
            case Countered _ -> Set.of(Verb.OFFER, Verb.ACCEPT_COUNTER, Verb.DECLINE, Verb.CANCEL, Verb.EXPIRE);
            case Agreed _ -> Set.of(Verb.SUBMIT_SCRIPT, Verb.SUBMIT_DRAFT, Verb.CANCEL, Verb.DISPUTE);
            case ScriptReview _ -> Set.of(Verb.APPROVE_SCRIPT, Verb.REQUEST_REVISION, Verb.CANCEL, Verb.DISPUTE);
            case Revise(Revise.Subject subject) ->
                Set.of(
                        subject == Revise.Subject.SCRIPT ? Verb.SUBMIT_SCRIPT : Verb.SUBMIT_DRAFT,
                        Verb.CANCEL,
                        Verb.DISPUTE);
            case DraftReview(Instant handedInAt) ->
                handedInAt == null
                        ? Set.of(Verb.SUBMIT_DRAFT, Verb.CANCEL, Verb.DISPUTE)
                        : Set.of(Verb.APPROVE_DRAFT, Verb.REQUEST_REVISION, Verb.CANCEL, Verb.DISPUTE);
            case Approved _ -> Set.of(Verb.SCHEDULE, Verb.SUBMIT_POST, Verb.CANCEL, Verb.DISPUTE);
            case Scheduled _ -> Set.of(Verb.SCHEDULE, Verb.SUBMIT_POST, Verb.CANCEL, Verb.DISPUTE);
            case Published _ -> Set.of(Verb.VERIFY, Verb.MEASURE, Verb.DISPUTE, Verb.REPORT_REMOVED);
            case Verified _ -> Set.of(Verb.MEASURE, Verb.DISPUTE, Verb.REPORT_REMOVED);
            case Measured _ -> Set.of(Verb.MEASURE, Verb.COMPLETE, Verb.DISPUTE, Verb.REPORT_REMOVED);
            case Completed _ -> Set.of(Verb.REPORT_REMOVED);
            case Disputed _ -> Set.of(Verb.RESOLVE, Verb.CANCEL, Verb.MEASURE);
            case Declined _, OfferExpired _, Cancelled _, Removed _ -> Set.of();
        };
    }

    /** The work is agreed and not yet public: a post now would be one that nobody approved. */
    default boolean awaitsApproval() {
        return switch (this) {
            case Offered _, Countered _, Agreed _, ScriptReview _, Revise _, DraftReview _ -> true;
            case Approved _, Scheduled _, Published _, Verified _, Measured _, Completed _ -> false;
            case Declined _, OfferExpired _, Cancelled _, Disputed _, Removed _ -> false;
        };
    }
}
