/** Past performance: what reporting measured of a KOL's posts. */
@NullMarked
package org.kolsuite.registry.result;

import org.jspecify.annotations.NullMarked;
