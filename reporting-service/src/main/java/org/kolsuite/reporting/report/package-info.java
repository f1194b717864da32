/**
 * Results: facts folded per collaboration and day, then summed by whatever a report groups by, and told as figures with
 * their formulas and inputs.
 *
 * <pre>
 * snapshots, clicks, orders, costs --mark--> projector --fold--> result_by_day, result_total, result_group --> figures
 * </pre>
 */
@NullMarked
package org.kolsuite.reporting.report;

import org.jspecify.annotations.NullMarked;
