/** Events enter a service once: the inbox row and the effect share one transaction. */
@NullMarked
package org.kolsuite.platform.inbox;

import org.jspecify.annotations.NullMarked;
