/** Fees and their milestones as rows. */
@NullMarked
package org.kolsuite.payment.fee.persistence;

import org.jspecify.annotations.NullMarked;
