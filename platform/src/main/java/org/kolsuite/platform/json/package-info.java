/** The one way JSON is read and written: strict in, plain out. */
@NullMarked
package org.kolsuite.platform.json;

import org.jspecify.annotations.NullMarked;
