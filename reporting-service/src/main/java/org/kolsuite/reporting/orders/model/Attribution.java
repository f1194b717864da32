package org.kolsuite.reporting.orders.model;

import java.util.UUID;

/** The answer to "whose order is this?". */
public sealed interface Attribution {

    /**
     * @param by the code that decided
     * @param flagged another known code of somebody else was listed too: a person should look
     */
    record Attributed(UUID collaborationId, PromoCode by, boolean flagged) implements Attribution {}

    /** Nobody's yet; the order stands in the list of unattributed orders with this reason. */
    record Unattributed(Why why) implements Attribution {}

    /** Why an order is nobody's. */
    enum Why {
        /** The report lists no code. */
        NO_CODE,
        /** None of the listed codes was issued by a campaign. */
        UNKNOWN_CODE,
        /** The order's currency is not the campaign's, and amounts of two currencies do not mix without a rate. */
        OTHER_CURRENCY
    }
}
