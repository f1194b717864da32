/** Rebuilding projections over HTTP. */
@NullMarked
package org.kolsuite.reporting.projection.rest;

import org.jspecify.annotations.NullMarked;
