/** KOLs and accounts for members of an organisation, and the profile for the KOL in person. */
@NullMarked
package org.kolsuite.registry.kol.rest;

import org.jspecify.annotations.NullMarked;
