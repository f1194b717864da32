@NullMarked
package org.kolsuite.campaign.catalogue;

import org.jspecify.annotations.NullMarked;
