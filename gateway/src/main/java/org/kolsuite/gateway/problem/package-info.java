/**
 * How the gateway says no: {@code application/problem+json} in the shape that the services use, with a stable code.
 */
@NullMarked
package org.kolsuite.gateway.problem;

import org.jspecify.annotations.NullMarked;
