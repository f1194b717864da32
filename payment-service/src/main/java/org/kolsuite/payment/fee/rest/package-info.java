/** Fees and approvals over REST. */
@NullMarked
package org.kolsuite.payment.fee.rest;

import org.jspecify.annotations.NullMarked;
