/** Rules, results and proposals as rows. */
@NullMarked
package org.kolsuite.campaign.escalation.persistence;

import org.jspecify.annotations.NullMarked;
