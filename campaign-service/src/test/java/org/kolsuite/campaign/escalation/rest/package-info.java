@NullMarked
package org.kolsuite.campaign.escalation.rest;

import org.jspecify.annotations.NullMarked;
