/** What tools say. */
@NullMarked
package org.kolsuite.bench.tool;

import org.jspecify.annotations.NullMarked;
