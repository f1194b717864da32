/**
 * When a gift did so well that a paid brief makes sense. The organisation writes the rule as data; when a result is
 * measured the suite proposes, with the evidence and how sure it is of it; a person decides.
 */
@NullMarked
package org.kolsuite.campaign.escalation;

import org.jspecify.annotations.NullMarked;
