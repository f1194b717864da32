/** Statements and their lines as rows. */
@NullMarked
package org.kolsuite.payment.statement.persistence;

import org.jspecify.annotations.NullMarked;
