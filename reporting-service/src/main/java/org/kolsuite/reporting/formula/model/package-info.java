/** Formulas as values: a name, a version, what they mean and how they are computed; a figure carries its formula and inputs. */
@NullMarked
package org.kolsuite.reporting.formula.model;

import org.jspecify.annotations.NullMarked;
