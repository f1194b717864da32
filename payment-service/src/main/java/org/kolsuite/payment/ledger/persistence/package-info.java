/** The append-only rows of the ledger. */
@NullMarked
package org.kolsuite.payment.ledger.persistence;

import org.jspecify.annotations.NullMarked;
