/**
 * The campaign: what it is to achieve, when, where, beside which other marketing, and with how much money.
 *
 * <p>A campaign is planned as a draft, runs once objectives with targets are set, and is closed when nothing in it is
 * open any more. Its {@link org.kolsuite.campaign.campaign.model.Budget} is the one place where a race for money is
 * decided: every reservation, release and spending locks that row in the transaction of the command that causes it.
 *
 * <pre>
 *   Draft --launch--> Running --close--> Closed
 *     `----cancel----------------------> Cancelled   (a draft, or a running one in which nothing was agreed or sent)
 * </pre>
 */
@NullMarked
package org.kolsuite.campaign.campaign;

import org.jspecify.annotations.NullMarked;
