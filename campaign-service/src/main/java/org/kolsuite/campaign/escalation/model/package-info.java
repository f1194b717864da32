/** The escalation rule, the evidence for it and the intervals around that. Plain Java, synchronous. */
@NullMarked
package org.kolsuite.campaign.escalation.model;

import org.jspecify.annotations.NullMarked;
