/** What journeys stand on: one running suite per build, people who signed in, programs with tokens, and answers to look at. */
@NullMarked
package org.kolsuite.e2e.suite;

import org.jspecify.annotations.NullMarked;
