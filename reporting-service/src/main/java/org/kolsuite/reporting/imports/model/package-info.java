/** What an import is asked to do and what it found. */
@NullMarked
package org.kolsuite.reporting.imports.model;

import org.jspecify.annotations.NullMarked;
