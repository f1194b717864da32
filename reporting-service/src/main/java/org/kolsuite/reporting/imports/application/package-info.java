/** Accepting a file, and working it off. */
@NullMarked
package org.kolsuite.reporting.imports.application;

import org.jspecify.annotations.NullMarked;
