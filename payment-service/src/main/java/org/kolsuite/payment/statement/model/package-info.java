/** What the bank says: camt.053 read as a stream, its lines, and the checks on what must add up. */
@NullMarked
package org.kolsuite.payment.statement.model;

import org.jspecify.annotations.NullMarked;
