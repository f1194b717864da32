/** Typed refusals. A rule that says no throws a {@link org.kolsuite.contracts.problem.Rejection} with a stable code; REST turns it into problem details. */
@NullMarked
package org.kolsuite.contracts.problem;

import org.jspecify.annotations.NullMarked;
