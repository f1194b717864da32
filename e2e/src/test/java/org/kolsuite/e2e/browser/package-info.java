/** The journeys in a real browser; the steps themselves are written for Playwright in {@code e2e/browser}. */
@NullMarked
package org.kolsuite.e2e.browser;

import org.jspecify.annotations.NullMarked;
