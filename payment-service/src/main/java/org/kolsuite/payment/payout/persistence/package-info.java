/** Payouts, batches and paying accounts as rows. */
@NullMarked
package org.kolsuite.payment.payout.persistence;

import org.jspecify.annotations.NullMarked;
