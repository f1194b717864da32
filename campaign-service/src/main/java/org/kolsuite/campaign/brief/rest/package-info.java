/** Briefs over HTTP, for members; a KOL reads a brief through the collaboration it was sent with. */
@NullMarked
package org.kolsuite.campaign.brief.rest;

import org.jspecify.annotations.NullMarked;
