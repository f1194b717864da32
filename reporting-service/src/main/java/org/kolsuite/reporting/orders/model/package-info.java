/** What an order is, what its money means, and whose it is. */
@NullMarked
package org.kolsuite.reporting.orders.model;

import org.jspecify.annotations.NullMarked;
