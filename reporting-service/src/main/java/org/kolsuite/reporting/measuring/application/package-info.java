/** Measuring what is due, and correcting what was announced. */
@NullMarked
package org.kolsuite.reporting.measuring.application;

import org.jspecify.annotations.NullMarked;
