/** Who a KOL is: accounts, handles, identity, tiers and metrics as rules in plain Java. */
@NullMarked
package org.kolsuite.registry.kol.model;

import org.jspecify.annotations.NullMarked;
