/** Double entry in plain Java: accounts, balanced transactions, the hash chain and the months that close. */
@NullMarked
package org.kolsuite.payment.ledger.model;

import org.jspecify.annotations.NullMarked;
