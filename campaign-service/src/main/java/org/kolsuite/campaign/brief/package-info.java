/**
 * The brief: what the brand asks of a KOL. It belongs to a campaign, may have a limited number of places, and is frozen
 * once it was sent, because a KOL accepts the words that they read; a change is a new brief.
 */
@NullMarked
package org.kolsuite.campaign.brief;

import org.jspecify.annotations.NullMarked;
