/** Listens to what becomes cost, payment and budget. */
@NullMarked
package org.kolsuite.reporting.costs.messaging;

import org.jspecify.annotations.NullMarked;
