/** What is allowed at most, on the suite as it is installed: with the memory that its services really have. */
@NullMarked
package org.kolsuite.e2e.limits;

import org.jspecify.annotations.NullMarked;
