/** Rules of importing a file of KOLs: which column is what, which lines are one account, what contradicts what. */
@NullMarked
package org.kolsuite.registry.imports.model;

import org.jspecify.annotations.NullMarked;
