/** Collaboration rows and the repository that turns them into the model. */
@NullMarked
package org.kolsuite.campaign.collaboration.persistence;

import org.jspecify.annotations.NullMarked;
