/** Counters of a post, and how snapshots of them add up over time. */
@NullMarked
package org.kolsuite.reporting.metrics.model;

import org.jspecify.annotations.NullMarked;
