package org.kolsuite.payment.fee.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Where one part of a fee stands.
 *
 * <pre>
 *  Planned --reach--> Due --request--> Requested --approve--> Approved --settle---> Paid
 *     |                |                |  ^  |                ^ |  ^ <--unsettle-- |
 *     |                |          reject|  |request    payAgain| |giveBack          |giveBack
 *     |                |                v  |                   | v                  |
 *     |                |              Rejected                Returned <------------'
 *     |                |                |     |
 *     '------void------+------void------'-----'--> Voided
 * </pre>
 *
 * What is approved is owed: from there on no cancellation takes it back. Rejected may be requested again. Whoever settles or
 * gives back is the bank's word, through a payout.
 */
public sealed interface MilestoneState {

    /** Agreed; what it hangs on has not happened yet. */
    record Planned() implements MilestoneState {}

    /** Earned: it waits for somebody to request its payment. */
    record Due(LocalDate dueOn) implements MilestoneState {}

    /** One person asked for it to be paid; another one decides. */
    record Requested(LocalDate dueOn, String by, Instant at) implements MilestoneState {}

    /** The second person said no, and why. It may be requested again. */
    record Rejected(LocalDate dueOn, String by, Instant at, String reason) implements MilestoneState {}

    /** Two people agreed: from here it is cost and debt, and has a payout. */
    record Approved(LocalDate dueOn, String requestedBy, String by, Instant at) implements MilestoneState {}

    /** The bank's statement shows it. */
    record Paid(LocalDate dueOn, String requestedBy, String approvedBy, LocalDate paidOn) implements MilestoneState {}

    /** The bank sent the money back. It is still owed; a person looks at the account and pays again. */
    record Returned(LocalDate dueOn, String requestedBy, String approvedBy, String reason) implements MilestoneState {}

    /** Cancelled before it was approved; nothing is owed. */
    record Voided(String reason) implements MilestoneState {}

    /** The state's stable name in answers and in the database: {@code REQUESTED}. */
    default String code() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
