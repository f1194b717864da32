/** Who acts: the one place that looks at the security identity. */
@NullMarked
package org.kolsuite.platform.caller;

import org.jspecify.annotations.NullMarked;
