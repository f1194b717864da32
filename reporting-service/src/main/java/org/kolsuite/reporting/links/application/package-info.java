/** Following a tracked link. */
@NullMarked
package org.kolsuite.reporting.links.application;

import org.jspecify.annotations.NullMarked;
