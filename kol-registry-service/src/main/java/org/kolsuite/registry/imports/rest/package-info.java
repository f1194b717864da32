/** Imports for members of an organisation. */
@NullMarked
package org.kolsuite.registry.imports.rest;

import org.jspecify.annotations.NullMarked;
