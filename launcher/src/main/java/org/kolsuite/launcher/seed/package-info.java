/** Fills an empty suite through its public APIs, once, as the people of the demo would have done. */
@NullMarked
package org.kolsuite.launcher.seed;

import org.jspecify.annotations.NullMarked;
