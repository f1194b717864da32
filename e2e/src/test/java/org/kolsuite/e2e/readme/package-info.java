/** The README is run: what it tells people to type works. */
@NullMarked
package org.kolsuite.e2e.readme;

import org.jspecify.annotations.NullMarked;
