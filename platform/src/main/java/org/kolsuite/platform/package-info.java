/** The only runtime code that services share. Each package is one mechanism and says what it guarantees. */
@NullMarked
package org.kolsuite.platform;

import org.jspecify.annotations.NullMarked;
