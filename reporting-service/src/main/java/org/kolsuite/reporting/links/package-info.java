/**
 * Tracked links: {@code /t/{slug}} leads to the target that the campaign stored, and nowhere else, and counts who followed
 * it, bots apart.
 *
 * <p>What counts as a click of a person: one GET by a browser that means to show the page. A HEAD request, a prefetch or
 * preview, and a program that names itself a bot are redirected just the same but counted apart, each under its own kind.
 * Two GETs are two clicks: no address or other personal data is stored, so repeated visits are not folded.
 */
@NullMarked
package org.kolsuite.reporting.links;

import org.jspecify.annotations.NullMarked;
