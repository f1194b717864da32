/** Importing files of KOLs: preview, start, run to the end whatever dies on the way, and decide conflicts. */
@NullMarked
package org.kolsuite.registry.imports.application;

import org.jspecify.annotations.NullMarked;
