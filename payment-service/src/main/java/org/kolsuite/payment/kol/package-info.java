/** What the registry tells us about KOLs: a name, who they are, and whose roster they are on. Flat look-up data. */
@NullMarked
package org.kolsuite.payment.kol;

import org.jspecify.annotations.NullMarked;
