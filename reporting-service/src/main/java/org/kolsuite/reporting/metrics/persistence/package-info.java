/** Snapshots as appended facts. */
@NullMarked
package org.kolsuite.reporting.metrics.persistence;

import org.jspecify.annotations.NullMarked;
