/** Payouts and batches over REST, for members and for partners. */
@NullMarked
package org.kolsuite.payment.payout.rest;

import org.jspecify.annotations.NullMarked;
