/**
 * What is owed to a payee. A fee comes from an agreement, with milestones, or is entered by finance, with one part. Each part is requested by one person and approved by another, within the limit of the role. Approval makes it cost and debt, and queues a payout. Cancelling a collaboration voids what is not approved and owes the compensation.
 */
@NullMarked
package org.kolsuite.payment.fee;

import org.jspecify.annotations.NullMarked;
