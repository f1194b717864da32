/** The table that a bench prints and keeps. */
@NullMarked
package org.kolsuite.bench.report;

import org.jspecify.annotations.NullMarked;
