package org.kolsuite.payment.payout.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * Payouts that leave together, from one account, in one file.
 *
 * @param messageId the file's own id, by which a bank refuses the same file twice
 * @param closedAt when it was sent or discarded; null until then
 */
public record PayoutBatch(
        UUID id,
        long version,
        UUID payingAccountId,
        String messageId,
        BatchState state,
        int payouts,
        Money total,
        String createdBy,
        String createdByName,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** @throws PayoutRejection.BatchStateForbids when it was sent or discarded before */
    public void requireOpen(String command) {
        if (state != BatchState.CREATED) {
            throw new PayoutRejection.BatchStateForbids(command, state);
        }
    }
}
