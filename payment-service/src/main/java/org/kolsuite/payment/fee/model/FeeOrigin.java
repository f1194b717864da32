package org.kolsuite.payment.fee.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a fee comes from. */
public sealed interface FeeOrigin {

    /**
     * Both sides agreed on a paid collaboration.
     *
     * @param agencyId the MCN the KOL was contracted through, who is then paid; null when the KOL is paid directly
     */
    record Agreement(
            UUID collaborationId,
            UUID campaignId,
            UUID kolId,
            UUID accountId,
            @Nullable UUID agencyId) implements FeeOrigin {}

    /**
     * Entered or imported by finance.
     *
     * @param reference what the payee will read on the bank statement, unique within the organisation; null when none
     * @param creditorName the name as it was given, which may differ from the payee's
     */
    record AdHoc(@Nullable String reference, String creditorName) implements FeeOrigin {}
}
