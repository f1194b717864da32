/** Events of fees and payouts, owned by payment-service. */
@NullMarked
package org.kolsuite.contracts.payment;

import org.jspecify.annotations.NullMarked;
