/** The row about starting, and what a service holds of the machine's memory. */
@NullMarked
package org.kolsuite.bench.start;

import org.jspecify.annotations.NullMarked;
