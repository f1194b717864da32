package org.kolsuite.payment.payout.model;

/** Created, then sent or discarded; both are final. */
public enum BatchState {
    CREATED,
    SENT,
    DISCARDED
}
