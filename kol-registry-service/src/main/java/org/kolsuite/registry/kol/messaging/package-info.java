/** What other services hear about KOLs, and what the registry hears from them. */
@NullMarked
package org.kolsuite.registry.kol.messaging;

import org.jspecify.annotations.NullMarked;
