/** Lists of KOLs that people keep, for example the short list of a campaign. */
@NullMarked
package org.kolsuite.registry.shortlist;

import org.jspecify.annotations.NullMarked;
