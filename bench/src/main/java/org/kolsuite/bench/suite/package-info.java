/** The running suite as a bench needs it: durable, without the gateway's limits, with people who signed in and tokens. */
@NullMarked
package org.kolsuite.bench.suite;

import org.jspecify.annotations.NullMarked;
