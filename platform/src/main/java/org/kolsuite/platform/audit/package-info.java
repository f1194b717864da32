/** The append-only trail of who did what, when, why, with before and after. */
@NullMarked
package org.kolsuite.platform.audit;

import org.jspecify.annotations.NullMarked;
