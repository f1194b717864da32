/** One payment to one payee: its states, the batch it leaves in, and the pain.001 file. */
@NullMarked
package org.kolsuite.payment.payout.model;

import org.jspecify.annotations.NullMarked;
