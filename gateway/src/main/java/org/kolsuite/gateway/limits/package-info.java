/**
 * How much is too much: the size of one body, and calls per address and per subject.
 */
@NullMarked
package org.kolsuite.gateway.limits;

import org.jspecify.annotations.NullMarked;
