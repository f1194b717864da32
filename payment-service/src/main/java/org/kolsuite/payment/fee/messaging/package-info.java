/** What campaign tells us about collaborations, and what we answer. */
@NullMarked
package org.kolsuite.payment.fee.messaging;

import org.jspecify.annotations.NullMarked;
