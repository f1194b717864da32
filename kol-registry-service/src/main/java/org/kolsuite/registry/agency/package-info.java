/** Agencies (MCNs) and which KOLs are on their rosters. */
@NullMarked
package org.kolsuite.registry.agency;

import org.jspecify.annotations.NullMarked;
