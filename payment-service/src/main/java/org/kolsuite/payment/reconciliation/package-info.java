/**
 * Which statement line is which payout. The end-to-end id decides first, then amount, account and day when unique from both sides. Twins are proposed, never guessed. A person settles the rest, explains lines that belong to no payout, and can undo. Double, short and over payments, returns and lines nobody owes are flagged.
 */
@NullMarked
package org.kolsuite.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
