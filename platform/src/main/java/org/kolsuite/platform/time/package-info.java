/** One clock per service; nothing else asks what time it is. */
@NullMarked
package org.kolsuite.platform.time;

import org.jspecify.annotations.NullMarked;
