/** What is owed to a payee, part by part: states, approval by two people, and the limits by role. */
@NullMarked
package org.kolsuite.payment.fee.model;

import org.jspecify.annotations.NullMarked;
