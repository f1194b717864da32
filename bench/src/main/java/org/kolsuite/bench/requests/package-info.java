/** Rows about calls: reads through the gateway, bookings. */
@NullMarked
package org.kolsuite.bench.requests;

import org.jspecify.annotations.NullMarked;
