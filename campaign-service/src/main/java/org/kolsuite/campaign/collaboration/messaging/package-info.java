/** Events in from the registry's neighbours, and what the others hear of a collaboration. */
@NullMarked
package org.kolsuite.campaign.collaboration.messaging;

import org.jspecify.annotations.NullMarked;
