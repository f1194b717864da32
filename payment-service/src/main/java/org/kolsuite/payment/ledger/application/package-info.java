/** Booking, reversing, closing months, and verifying the chain. */
@NullMarked
package org.kolsuite.payment.ledger.application;

import org.jspecify.annotations.NullMarked;
