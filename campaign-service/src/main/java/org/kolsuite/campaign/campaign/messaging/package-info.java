/** What others hear of a campaign. */
@NullMarked
package org.kolsuite.campaign.campaign.messaging;

import org.jspecify.annotations.NullMarked;
