/** Events leave a service through a table in the same transaction; a relay publishes them in order per key. */
@NullMarked
package org.kolsuite.platform.outbox;

import org.jspecify.annotations.NullMarked;
