@NullMarked
package org.kolsuite.campaign.campaign.rest;

import org.jspecify.annotations.NullMarked;
