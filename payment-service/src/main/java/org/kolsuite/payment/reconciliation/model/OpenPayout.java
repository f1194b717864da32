package org.kolsuite.payment.reconciliation.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * A payout that the bank knows of, as far as matching looks at it.
 *
 * @param account a fingerprint of the payee's account at the time it was sent; null when unknown
 * @param executionDate the day it was ordered for
 * @param settled whether an earlier line has settled it, so that another one is a double or a return
 */
public record OpenPayout(
        UUID id, String endToEndId, Money amount, @Nullable String account, LocalDate executionDate, boolean settled) {}
