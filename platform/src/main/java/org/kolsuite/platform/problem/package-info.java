/** Refusals and failures as problem details (RFC 9457) with stable codes. */
@NullMarked
package org.kolsuite.platform.problem;

import org.jspecify.annotations.NullMarked;
