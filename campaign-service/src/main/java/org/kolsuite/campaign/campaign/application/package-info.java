/** What can be done with campaigns and their budgets, one class per use case, and what a reader sees of them. */
@NullMarked
package org.kolsuite.campaign.campaign.application;

import org.jspecify.annotations.NullMarked;
