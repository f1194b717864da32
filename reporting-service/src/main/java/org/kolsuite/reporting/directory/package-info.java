/**
 * What other services last told about campaigns, collaborations and KOLs: flat look-up data that gives names, groups,
 * margin rates, promo codes and link targets to what reporting counts.
 */
@NullMarked
package org.kolsuite.reporting.directory;

import org.jspecify.annotations.NullMarked;
