/**
 * Double entry, append-only, balanced per currency, chained by hashes. A mistake is reversed, never edited; the database refuses the application to change a row. Guarded accounts never fall below zero. Months close in order. The verification walks the whole chain and names what does not fit.
 */
@NullMarked
package org.kolsuite.payment.ledger;

import org.jspecify.annotations.NullMarked;
