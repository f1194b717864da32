/** What can be done with collaborations: one class per use case, each in one transaction, and what readers see of them. */
@NullMarked
package org.kolsuite.campaign.collaboration.application;

import org.jspecify.annotations.NullMarked;
