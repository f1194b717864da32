/** Brief rows and the repository that turns them into the model. */
@NullMarked
package org.kolsuite.campaign.brief.persistence;

import org.jspecify.annotations.NullMarked;
