/** Entering payees and their bank details, confirming changes, revealing accounts. */
@NullMarked
package org.kolsuite.payment.payee.application;

import org.jspecify.annotations.NullMarked;
