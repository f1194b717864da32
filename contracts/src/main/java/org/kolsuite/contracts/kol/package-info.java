/** Events and state of the KOL aggregate, owned by kol-registry-service. */
@NullMarked
package org.kolsuite.contracts.kol;

import org.jspecify.annotations.NullMarked;
