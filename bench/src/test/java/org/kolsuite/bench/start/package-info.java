/** What the system tells. */
@NullMarked
package org.kolsuite.bench.start;

import org.jspecify.annotations.NullMarked;
