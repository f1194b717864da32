package org.kolsuite.payment.fee.model;

/** Whether a fee can be worked on at all; its parts have their own {@link MilestoneState}. */
public sealed interface FeeState {

    /** Its parts go their way. */
    record Open() implements FeeState {}

    /**
     * The agreement can't be paid as it stands. {@code NO_PAYEE} ends when the payee is entered; {@code BAD_TERMS} only
     * with a cancellation.
     *
     * @param code {@code NO_PAYEE} or {@code BAD_TERMS}
     */
    record Blocked(String code, String detail) implements FeeState {}
}
