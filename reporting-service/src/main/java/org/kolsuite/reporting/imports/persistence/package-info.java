/** Jobs, their files and problems as rows. */
@NullMarked
package org.kolsuite.reporting.imports.persistence;

import org.jspecify.annotations.NullMarked;
