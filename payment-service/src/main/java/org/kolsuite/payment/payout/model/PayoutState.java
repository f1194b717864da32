package org.kolsuite.payment.payout.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a payout stands. Only the bank's word ends one: without it, it is asked for and stays {@link Unknown}, and is never
 * paid a second time (CASES M28).
 *
 * <pre>
 *  Queued --batch--> Batched --send--> Sent --settle--> Settled
 *    ^                  |              |  ^               |  |
 *    '-----unbatch------'     noAnswer |  '---unsettle----'  | giveBack
 *                                      v                     v
 *                                   Unknown --giveBack--> Returned   (a new payout pays again)
 *                                      |  '--settle--> Settled
 *                                      '--ask--> Unknown
 * </pre>
 */
public sealed interface PayoutState {

    /** Approved; waits for the next batch. */
    record Queued() implements PayoutState {}

    /** In a batch that has not left yet. */
    record Batched(UUID batchId, LocalDate executionDate) implements PayoutState {}

    /** The order went to the bank. */
    record Sent(UUID batchId, LocalDate executionDate, Instant sentAt) implements PayoutState {}

    /**
     * The bank's answer has not come. It may have been paid or not.
     *
     * @param askedAt when somebody last asked the bank; null while nobody has
     * @param enquiry what was asked, and of whom; null while nobody has
     */
    record Unknown(
            UUID batchId,
            LocalDate executionDate,
            Instant sentAt,
            Instant since,
            @Nullable Instant askedAt,
            @Nullable String enquiry)
            implements PayoutState {}

    /** A statement shows it. */
    record Settled(UUID batchId, LocalDate executionDate, Instant sentAt, String bankReference, LocalDate bookingDate)
            implements PayoutState {}

    /**
     * The bank sent the money back, or refused the order.
     *
     * @param wasSettled whether the money had left the account before
     */
    record Returned(UUID batchId, LocalDate executionDate, Instant sentAt, String reason, boolean wasSettled)
            implements PayoutState {}

    /** The state's stable name in answers and in the database: {@code SENT}. */
    default String code() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
