/** Whose click it was, and where a link may lead. */
@NullMarked
package org.kolsuite.reporting.links.model;

import org.jspecify.annotations.NullMarked;
