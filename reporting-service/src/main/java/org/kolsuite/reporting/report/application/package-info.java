/** Asking for reports. */
@NullMarked
package org.kolsuite.reporting.report.application;

import org.jspecify.annotations.NullMarked;
