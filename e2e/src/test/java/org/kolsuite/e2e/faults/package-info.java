/** Parts of the running suite are killed as by a power cut; what was accepted is there when they come back, and once. */
@NullMarked
package org.kolsuite.e2e.faults;

import org.jspecify.annotations.NullMarked;
