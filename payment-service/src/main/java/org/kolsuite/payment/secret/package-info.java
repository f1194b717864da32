/** Bank details at rest: encrypted, and comparable by fingerprint. */
@NullMarked
package org.kolsuite.payment.secret;

import org.jspecify.annotations.NullMarked;
