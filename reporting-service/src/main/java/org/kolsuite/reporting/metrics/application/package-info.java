/** Importing snapshots from files, and taking them from the KOL's side. */
@NullMarked
package org.kolsuite.reporting.metrics.application;

import org.jspecify.annotations.NullMarked;
