/** Metric imports of members, and the partner API's metrics. */
@NullMarked
package org.kolsuite.reporting.metrics.rest;

import org.jspecify.annotations.NullMarked;
