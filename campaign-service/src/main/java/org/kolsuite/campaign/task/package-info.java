/** What needs somebody now, with counts and due dates: a view over the other aggregates that stores nothing. */
@NullMarked
package org.kolsuite.campaign.task;

import org.jspecify.annotations.NullMarked;
