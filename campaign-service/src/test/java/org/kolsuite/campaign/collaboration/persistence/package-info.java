@NullMarked
package org.kolsuite.campaign.collaboration.persistence;

import org.jspecify.annotations.NullMarked;
