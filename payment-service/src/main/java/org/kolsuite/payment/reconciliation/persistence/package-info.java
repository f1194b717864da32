/** Matches as rows. */
@NullMarked
package org.kolsuite.payment.reconciliation.persistence;

import org.jspecify.annotations.NullMarked;
