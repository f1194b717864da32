/** Listens to what campaign and registry publish as state. */
@NullMarked
package org.kolsuite.reporting.directory.messaging;

import org.jspecify.annotations.NullMarked;
