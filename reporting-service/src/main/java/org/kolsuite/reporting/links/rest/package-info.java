/** The public redirect. */
@NullMarked
package org.kolsuite.reporting.links.rest;

import org.jspecify.annotations.NullMarked;
