/** Editing rules and proposing by them. */
@NullMarked
package org.kolsuite.campaign.escalation.application;

import org.jspecify.annotations.NullMarked;
