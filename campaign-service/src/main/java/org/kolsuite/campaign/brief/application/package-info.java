/** What can be done with briefs. */
@NullMarked
package org.kolsuite.campaign.brief.application;

import org.jspecify.annotations.NullMarked;
