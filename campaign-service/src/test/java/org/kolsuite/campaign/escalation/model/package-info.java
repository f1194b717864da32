@NullMarked
package org.kolsuite.campaign.escalation.model;

import org.jspecify.annotations.NullMarked;
