/** The pure parts: no suite, no tool. */
@NullMarked
package org.kolsuite.bench;

import org.jspecify.annotations.NullMarked;
