/** Importing a shop's report, and attributing its orders. */
@NullMarked
package org.kolsuite.reporting.orders.application;

import org.jspecify.annotations.NullMarked;
