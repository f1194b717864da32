/**
 * Which part of the suite is down, asked every few seconds and remembered.
 */
@NullMarked
package org.kolsuite.gateway.status;

import org.jspecify.annotations.NullMarked;
