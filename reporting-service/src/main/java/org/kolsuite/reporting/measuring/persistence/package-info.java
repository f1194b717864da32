/** When results are due and what was announced. */
@NullMarked
package org.kolsuite.reporting.measuring.persistence;

import org.jspecify.annotations.NullMarked;
