/** Who is paid and on which account; a changed account waits for a second person. */
@NullMarked
package org.kolsuite.payment.payee.model;

import org.jspecify.annotations.NullMarked;
