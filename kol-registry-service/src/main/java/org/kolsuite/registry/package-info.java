/** The registry: KOLs and their platform accounts, where the facts about them come from, and how to find them. */
@NullMarked
package org.kolsuite.registry;

import org.jspecify.annotations.NullMarked;
