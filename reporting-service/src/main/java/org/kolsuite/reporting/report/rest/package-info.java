/** Reports, exports and live updates over HTTP. */
@NullMarked
package org.kolsuite.reporting.report.rest;

import org.jspecify.annotations.NullMarked;
