/**
 * What was spent and what came back. Reporting keeps raw facts (metric snapshots, clicks, orders, costs) in append-only
 * tables, folds them into results per collaboration and day, and answers with figures that name their formula, version,
 * inputs, source and time.
 */
@NullMarked
package org.kolsuite.reporting;

import org.jspecify.annotations.NullMarked;
