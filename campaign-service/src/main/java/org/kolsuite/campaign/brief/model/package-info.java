/** The rules of a brief. Plain Java, synchronous. */
@NullMarked
package org.kolsuite.campaign.brief.model;

import org.jspecify.annotations.NullMarked;
