/** What the demo seed writes without a suite: its files. */
@NullMarked
package org.kolsuite.launcher.seed;

import org.jspecify.annotations.NullMarked;
