/**
 * Campaigns and the collaborations inside them: brands and products, the campaign and its budget, briefs, the gift and
 * the paid track, content and the rights to reuse it, and the rule that proposes to turn a gift into a paid brief.
 */
@NullMarked
package org.kolsuite.campaign;

import org.jspecify.annotations.NullMarked;
