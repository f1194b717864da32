/** Payees over REST; accounts are masked. */
@NullMarked
package org.kolsuite.payment.payee.rest;

import org.jspecify.annotations.NullMarked;
