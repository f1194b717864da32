/**
 * Payment: who is paid, what is owed and approved, what left the bank, and whether the two agree.
 *
 * <p>Aggregates: {@code payee}, {@code fee}, {@code payout}, {@code ledger}, {@code statement}; {@code reconciliation} joins
 * statement lines and payouts; {@code kol} is flat: what the registry tells us about who a payee is.
 */
@NullMarked
package org.kolsuite.payment;

import org.jspecify.annotations.NullMarked;
