/** What is done to payouts: batched, sent, asked for, paid again. */
@NullMarked
package org.kolsuite.payment.payout.application;

import org.jspecify.annotations.NullMarked;
