/** Cost facts: gifts and shipping when a gift leaves the warehouse, fees when two people approved them; cash as the bank moves it. */
@NullMarked
package org.kolsuite.reporting.costs;

import org.jspecify.annotations.NullMarked;
