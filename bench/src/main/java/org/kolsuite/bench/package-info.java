/**
 * {@code ./kol bench}: what the suite does in a second, beside what a floor or a peer does in the same second of the same machine. A
 * row of the table is a {@link org.kolsuite.bench.Measurement}; what rows share is in {@link org.kolsuite.bench.Bench}.
 */
@NullMarked
package org.kolsuite.bench;

import org.jspecify.annotations.NullMarked;
