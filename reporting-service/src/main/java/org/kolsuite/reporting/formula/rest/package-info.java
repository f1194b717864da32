/** The catalogue of formulas over HTTP. */
@NullMarked
package org.kolsuite.reporting.formula.rest;

import org.jspecify.annotations.NullMarked;
