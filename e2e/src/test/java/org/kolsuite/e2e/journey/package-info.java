/** The main job from its first step to its last, as the people do it: through the gateway, with their sessions and tokens. */
@NullMarked
package org.kolsuite.e2e.journey;

import org.jspecify.annotations.NullMarked;
