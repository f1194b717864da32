/** Matching lines and payouts, by rule and by hand, and undoing it. */
@NullMarked
package org.kolsuite.payment.reconciliation.application;

import org.jspecify.annotations.NullMarked;
