/** Amounts of money as integers of minor units: exact, currency-aware, never floating point. */
@NullMarked
package org.kolsuite.contracts.money;

import org.jspecify.annotations.NullMarked;
