/** KOLs and accounts as rows. */
@NullMarked
package org.kolsuite.registry.kol.persistence;

import org.jspecify.annotations.NullMarked;
