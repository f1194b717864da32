@NullMarked
package org.kolsuite.campaign.brief.model;

import org.jspecify.annotations.NullMarked;
