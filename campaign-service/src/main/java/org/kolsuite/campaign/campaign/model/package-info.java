/** The rules of a campaign and its budget. Plain Java, synchronous. */
@NullMarked
package org.kolsuite.campaign.campaign.model;

import org.jspecify.annotations.NullMarked;
