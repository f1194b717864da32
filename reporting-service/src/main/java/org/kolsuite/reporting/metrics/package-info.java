/**
 * What a post did, as snapshots: the counters of one post at one time, from a file or the partner API. Snapshots are facts
 * and are only appended. Counters are cumulative, so the newest snapshot on or before a moment says what was reached by
 * then, in whatever order snapshots arrived.
 */
@NullMarked
package org.kolsuite.reporting.metrics;

import org.jspecify.annotations.NullMarked;
