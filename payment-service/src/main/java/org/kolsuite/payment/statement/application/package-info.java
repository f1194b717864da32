/** Importing bank statements: once, whole, and with everything said that does not add up. */
@NullMarked
package org.kolsuite.payment.statement.application;

import org.jspecify.annotations.NullMarked;
