/**
 * What the bank says. camt.053 files of every version are read as a stream and kept; a file of more than 50,000 entries is refused, for all of it is booked in one transaction. A statement is known by account and reference, a line by its key: importing again changes nothing. Opening + movements must be the closing balance, and each statement must open where the one before closed. What does not add up is said, never dropped.
 */
@NullMarked
package org.kolsuite.payment.statement;

import org.jspecify.annotations.NullMarked;
