/**
 * What the bank says. camt.053 files of every version are read as a stream and kept. A statement is known by account and reference, a line by its key: importing again changes nothing. Opening + movements must be the closing balance, and each statement must open where the one before closed. What does not add up is said, never dropped.
 */
@NullMarked
package org.kolsuite.payment.statement;

import org.jspecify.annotations.NullMarked;
