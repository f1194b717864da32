/** Files that people send, which may be too large to be held in memory whole. */
@NullMarked
package org.kolsuite.platform.file;

import org.jspecify.annotations.NullMarked;
