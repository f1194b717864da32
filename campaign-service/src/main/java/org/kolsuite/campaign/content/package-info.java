/**
 * What KOLs hand in (scripts, drafts, posts) and what the brand may do with it: rights are listed by channel, so that
 * "what may I reuse on Tmall today" is one question. Flat: the rules that create these rows live in collaboration.
 */
@NullMarked
package org.kolsuite.campaign.content;

import org.jspecify.annotations.NullMarked;
