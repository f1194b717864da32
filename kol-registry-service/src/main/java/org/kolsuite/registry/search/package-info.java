/** Finding KOLs: a full-text index that is a copy of the database, never the truth, and can be rebuilt at any time. */
@NullMarked
package org.kolsuite.registry.search;

import org.jspecify.annotations.NullMarked;
