/** What every import answers. */
@NullMarked
package org.kolsuite.reporting.imports.rest;

import org.jspecify.annotations.NullMarked;
