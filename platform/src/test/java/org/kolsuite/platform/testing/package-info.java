/** What every service's tests share: a real stack, tokens, messages, and the sweeps over security and architecture. */
@NullMarked
package org.kolsuite.platform.testing;

import org.jspecify.annotations.NullMarked;
