/** Programs from outside: where they are, how they are run, what they say. */
@NullMarked
package org.kolsuite.bench.tool;

import org.jspecify.annotations.NullMarked;
