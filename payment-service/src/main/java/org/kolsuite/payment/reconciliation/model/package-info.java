/** Which statement line is which payout: the rules as sentences; twins are proposed, never guessed. */
@NullMarked
package org.kolsuite.payment.reconciliation.model;

import org.jspecify.annotations.NullMarked;
