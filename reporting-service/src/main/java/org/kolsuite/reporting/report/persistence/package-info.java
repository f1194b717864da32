/** Facts in, results by day out, and their sums. */
@NullMarked
package org.kolsuite.reporting.report.persistence;

import org.jspecify.annotations.NullMarked;
