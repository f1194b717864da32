/** Brands and their products: look-up data that an organisation keeps, flat because no rule lives here. */
@NullMarked
package org.kolsuite.campaign.catalogue;

import org.jspecify.annotations.NullMarked;
