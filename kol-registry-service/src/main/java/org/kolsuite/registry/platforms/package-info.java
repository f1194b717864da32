/** Platforms and their tier tables: look-up data, so it stays flat. */
@NullMarked
package org.kolsuite.registry.platforms;

import org.jspecify.annotations.NullMarked;
