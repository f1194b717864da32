/** The ledger over REST, mostly for reading. */
@NullMarked
package org.kolsuite.payment.ledger.rest;

import org.jspecify.annotations.NullMarked;
