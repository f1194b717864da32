/** The stack is tested by running it: real servers on free ports, in temporary folders. */
@NullMarked
package org.kolsuite.localstack;

import org.jspecify.annotations.NullMarked;
