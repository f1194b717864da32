/** Orders as facts and as what counts of them now. */
@NullMarked
package org.kolsuite.reporting.orders.persistence;

import org.jspecify.annotations.NullMarked;
