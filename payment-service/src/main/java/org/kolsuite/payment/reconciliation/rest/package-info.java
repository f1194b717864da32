/** The split view: bank left, payouts right, proposals between. */
@NullMarked
package org.kolsuite.payment.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
