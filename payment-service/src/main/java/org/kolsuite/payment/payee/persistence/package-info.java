/** Payees as rows: account and holder are ciphertext here and nowhere else. */
@NullMarked
package org.kolsuite.payment.payee.persistence;

import org.jspecify.annotations.NullMarked;
