package org.kolsuite.payment.fee.model;

import org.kolsuite.contracts.money.Money;

/** What happened to a fee; each is booked in the ledger, and some are told to the other services. */
public sealed interface FeeEvent {

    /** The whole fee is promised. */
    record Committed(Money amount) implements FeeEvent {}

    /** The agreement cannot be opened; campaign hears why. */
    record Refused(String code, String detail) implements FeeEvent {}

    /** Two people agreed that a part is payable. */
    record Approved(String milestone, Money amount, boolean wasCommitted) implements FeeEvent {}

    /** A promise was taken back before it was approved. */
    record CommitmentReleased(String milestone, Money amount) implements FeeEvent {}
}
