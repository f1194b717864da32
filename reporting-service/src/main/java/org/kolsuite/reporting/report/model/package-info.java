/** The fold from facts to results by day, and what reports make of them. */
@NullMarked
package org.kolsuite.reporting.report.model;

import org.jspecify.annotations.NullMarked;
