package org.kolsuite.payment.reconciliation.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.statement.model.Direction;

/**
 * An open statement line, as far as matching looks at it.
 *
 * @param account a fingerprint of the other side's account: equal accounts have equal fingerprints; null when unknown
 */
public record BankLine(
        UUID id,
        Direction direction,
        Money amount,
        LocalDate bookedOn,
        @Nullable String endToEndId,
        @Nullable String account,
        @Nullable String returnReason) {}
