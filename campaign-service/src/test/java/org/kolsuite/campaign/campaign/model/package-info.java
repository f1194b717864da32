@NullMarked
package org.kolsuite.campaign.campaign.model;

import org.jspecify.annotations.NullMarked;
