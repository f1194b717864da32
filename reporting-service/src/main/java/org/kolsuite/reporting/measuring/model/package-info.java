/** The cut of a result at a number of days after publishing. */
@NullMarked
package org.kolsuite.reporting.measuring.model;

import org.jspecify.annotations.NullMarked;
