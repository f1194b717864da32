/**
 * One payment of one approved part. Payouts leave in batches, as a pain.001 file from one paying account. Only the bank ends one: a statement settles or returns it, and without a word it is UNKNOWN and asked for. It is never paid twice: one live payout per part, by a unique index. A return is paid again by a new payout, after a person looked.
 */
@NullMarked
package org.kolsuite.payment.payout;

import org.jspecify.annotations.NullMarked;
