/** The rules of a collaboration: states, commands, policies and what each step causes. Plain Java, synchronous. */
@NullMarked
package org.kolsuite.campaign.collaboration.model;

import org.jspecify.annotations.NullMarked;
