/**
 * One KOL account in one campaign on one track, with one state; every change has an actor, a time and a reason.
 *
 * <p>The gift track sends product with no obligation to post; the paid track agrees a fee for agreed content. Escalating
 * ends the gift collaboration and opens a paid one that remembers where it came from; the gift's cost stays with the
 * gift. Side exits stand to the right; a command that no arrow shows is refused with {@code COMMAND_NOT_ALLOWED}.
 *
 * <pre>
 * Gift track
 *
 *   Candidate --qualify--> Qualified --invite--> Invited --accept--> Accepted          Withdrawn: by the brand, any time
 *                                                  |  decline -> Declined   |          before the parcel leaves
 *                                                  |  (7 d)   -> InviteExpired
 *                                                                           | prepare-shipment (reserves cost + shipping)
 *                                                                           v
 *        LostInTransit | Returned <--report-- Shipped <--ship-- AwaitingShipment
 *             `--prepare-shipment--------------------------------^
 *                                                | confirm-delivery, or assumed after 14 d (and marked so for ever)
 *                                                v
 *                    NoContent <--(30 d)-- ContentDue <--(24 h reminder)-- Delivered
 *                        |                     |  reminders at +7 d, +12 d     |
 *                        `---------------submit-post--------------------------'
 *                                              v
 *                                          Published --(T+7, T+21)--> Measured --> RetainedFree | Escalated | Dropped
 *
 * Paid track
 *
 *   Offered &lt;--offer/counter--> Countered                          Declined, OfferExpired (7 d)
 *      | accept                    | accept-counter                  Cancelled: before publishing; compensation by stage
 *      `---------> Agreed <--------'   (reserves the fee)            Disputed: from Agreed to Measured, and back
 *                    |  submit-script                                Removed: taken down inside its retention
 *                    v
 *               ScriptReview --request-revision--> Revise(script) --submit-script--^
 *                    | approve-script
 *                    v
 *               DraftReview  --request-revision--> Revise(draft)  --submit-draft---^
 *                    | approve-draft
 *                    v
 *                 Approved --schedule--> Scheduled --submit-post--> Published --verify--> Verified
 *                    `----------------submit-post----------------------^                     | (T+7, T+21)
 *                                                                                            v
 *                                                                    Completed <--complete-- Measured
 * </pre>
 */
@NullMarked
package org.kolsuite.campaign.collaboration;

import org.jspecify.annotations.NullMarked;
