/** The settings that figures are computed with. */
@NullMarked
package org.kolsuite.reporting.formula.application;

import org.jspecify.annotations.NullMarked;
