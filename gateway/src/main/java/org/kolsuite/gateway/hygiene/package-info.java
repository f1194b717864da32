/**
 * Requests that two readers could read differently, or that another site made a browser send, end here.
 *
 * <p>The rules are plain sentences over strings ({@code AmbiguousTarget}, {@code CrossSite}); {@code RequestHygiene} puts them before everything else.
 */
@NullMarked
package org.kolsuite.gateway.hygiene;

import org.jspecify.annotations.NullMarked;
