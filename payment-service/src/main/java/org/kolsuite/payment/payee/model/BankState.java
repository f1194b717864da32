package org.kolsuite.payment.payee.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether payouts may go to the payee's account.
 *
 * <pre>
 *  Missing --enter--> Usable --change--> AwaitingConfirmation --confirm (somebody else)--> Usable
 *                                          ^   |
 *                                          '---' change
 * </pre>
 *
 * First details need no confirmation of their own: whoever entered them can't approve a payment to them, so two people have
 * looked at them before any money moves. Changed ones hold every payout until a second person confirms.
 */
public sealed interface BankState {

    record Missing() implements BankState {}

    /** @param confirmedBy null for first details, which were never changed */
    record Usable(
            BankDetails details,
            String editedBy,
            Instant editedAt,
            @Nullable String confirmedBy) implements BankState {}

    record AwaitingConfirmation(BankDetails details, String editedBy, Instant editedAt) implements BankState {}
}
