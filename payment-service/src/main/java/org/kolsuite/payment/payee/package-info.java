/**
 * Who is paid and on which account. A payee belongs to a KOL, to an agency, or to neither. The first bank details are usable; changed ones hold every payout until a second person confirms. Accounts are encrypted at rest, masked in answers, and each reveal is audited. A fee that waits for its payee opens when the payee is entered.
 */
@NullMarked
package org.kolsuite.payment.payee;

import org.jspecify.annotations.NullMarked;
