/** Short native SQL for lists and bulk writes, inside the transaction that is open. */
@NullMarked
package org.kolsuite.payment.sql;

import org.jspecify.annotations.NullMarked;
