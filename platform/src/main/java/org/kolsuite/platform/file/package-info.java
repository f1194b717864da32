/** Files that people send, which may be too large to be held in memory whole, and the folder for what a process writes for itself. */
@NullMarked
package org.kolsuite.platform.file;

import org.jspecify.annotations.NullMarked;
