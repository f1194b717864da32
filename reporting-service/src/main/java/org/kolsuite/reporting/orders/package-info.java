/**
 * Orders of a shop, imported from its report. A shop's order is known by shop and order number; each import appends what
 * the shop said at that time, and what the newest report says counts. Paid and refunded are kept apart. An order counts
 * for a KOL by promo code only: with several known codes the first listed wins and the order is flagged; the rest stand in
 * the list of unattributed orders.
 *
 * <pre>
 * Placed --> Paid --> Received --> ReturnWindowOver
 *    |         |          |
 *    v         +--> Refunded (in part or whole)
 *  Closed
 * </pre>
 */
@NullMarked
package org.kolsuite.reporting.orders;

import org.jspecify.annotations.NullMarked;
