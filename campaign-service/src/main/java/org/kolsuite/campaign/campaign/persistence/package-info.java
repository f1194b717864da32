/** Campaign rows and the repositories that turn them into the model. */
@NullMarked
package org.kolsuite.campaign.campaign.persistence;

import org.jspecify.annotations.NullMarked;
