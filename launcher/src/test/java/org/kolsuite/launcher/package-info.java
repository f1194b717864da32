/** The launcher is tested with real processes; the whole suite's journeys are in e2e. */
@NullMarked
package org.kolsuite.launcher;

import org.jspecify.annotations.NullMarked;
