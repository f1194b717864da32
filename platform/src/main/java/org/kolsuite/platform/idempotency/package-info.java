/** The same request under the same key has one effect and one answer. */
@NullMarked
package org.kolsuite.platform.idempotency;

import org.jspecify.annotations.NullMarked;
