/**
 * Measured results: what a post had done seven and twenty-one days after it went live. Due times are written with the
 * collaboration's state; a sweep measures what is due and announces it ({@code ResultMeasured}). Facts that arrive late
 * but happened before the cut correct the result, which is then announced again.
 */
@NullMarked
package org.kolsuite.reporting.measuring;

import org.jspecify.annotations.NullMarked;
