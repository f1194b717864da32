@NullMarked
package org.kolsuite.campaign.collaboration.model;

import org.jspecify.annotations.NullMarked;
